package viva.life.input;

import java.time.Duration;
import java.time.Instant;
import viva.contracts.MessageId;

/**
 * Whether the llm service is worth waiting for. After some deadlines in a row that it missed it is not, but for one request now and then, and
 * the first words in time close the circuit again. One for all shards of a replica; safe for any thread.
 */
final class AnswerCircuit {
    private final int missedDeadlines;
    private final Duration probeEvery;
    private int missed;
    private MessageId lastMissed;
    private Instant nextProbe = Instant.MIN;

    /**
     * @param missedDeadlines so many in a row open it, at least 1
     * @param probeEvery how often it lets a request through while it is open
     */
    AnswerCircuit(int missedDeadlines, Duration probeEvery) {
        this.missedDeadlines = missedDeadlines;
        this.probeEvery = probeEvery;
    }

    /** Whether to ask at {@code now}; an answer of true while it is open is the probe, and is given once. */
    synchronized boolean admits(Instant now) {
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
    synchronized void missed(MessageId message, Instant now) {
        if (!isOpen() && !message.equals(lastMissed)) {
            lastMissed = message;
            missed++;
            nextProbe = now.plus(probeEvery);
        }
    }

    /** An answer came in time. */
    synchronized void answered() {
        missed = 0;
    }

    synchronized boolean isOpen() {
        return missed >= missedDeadlines;
    }
}
