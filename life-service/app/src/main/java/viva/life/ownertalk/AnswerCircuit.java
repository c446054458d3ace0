package viva.life.ownertalk;

import java.time.Duration;
import java.time.Instant;
import viva.contracts.MessageId;
import viva.life.conversation.Ask;
import viva.life.decision.Change;

/**
 * Whether the llm service is worth waiting for. After some deadlines in a row that it missed it is not, but for one request now and then, and
 * the first words in time close the circuit again. One for all shards of a replica; safe for any thread.
 */
public final class AnswerCircuit {
    private final int missedDeadlines;
    private final Duration probeEvery;
    private int missed;
    private MessageId lastMissed;
    private Instant nextProbe = Instant.MIN;

    /**
     * @param missedDeadlines so many in a row open it, at least 1
     * @param probeEvery how often it lets a request through while it is open
     */
    public AnswerCircuit(int missedDeadlines, Duration probeEvery) {
        this.missedDeadlines = missedDeadlines;
        this.probeEvery = probeEvery;
    }

    /** Whether to ask at {@code now}; an answer of true while it is open is the probe, and is given once. */
    public synchronized boolean admits(Instant now) {
        if (!isOpen()) {
            return true;
        }
        if (now.isBefore(nextProbe)) {
            return false;
        }
        nextProbe = now.plus(probeEvery);
        return true;
    }

    /** The answer to a message did not come in time. Saying so twice, since a transaction was tried again, counts once. */
    public synchronized void missed(MessageId message, Instant now) {
        if (!isOpen() && !message.equals(lastMissed)) {
            lastMissed = message;
            missed++;
            nextProbe = now.plus(probeEvery);
        }
    }

    /** Learns how the wait for an answer to an owner ended. */
    public void learn(Change change, Instant now) {
        if (change instanceof Change.AnswerPostponed(Ask ask) && ask.isForOwner()) {
            answered();
        } else if (change instanceof Change.AnswerSettled(Ask ask, Change.Wait end) && ask.isForOwner()) {
            switch (end) {
                case ANSWERED -> answered();
                case MISSED -> {
                    if (ask.wasSent()) {
                        missed(ask.inReplyTo(), now);
                    }
                }
                case ABANDONED -> {}
            }
        }
    }

    /** An answer came in time. */
    public synchronized void answered() {
        missed = 0;
    }

    /** Whether the llm service is not waited for just now. */
    public synchronized boolean isOpen() {
        return missed >= missedDeadlines;
    }
}
