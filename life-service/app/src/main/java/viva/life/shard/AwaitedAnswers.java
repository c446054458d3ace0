package viva.life.shard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.life.conversation.Ask;

/** The answers that a shard awaits, as the table {@code answer} has them, and when each is due. Belongs to the shard's loop. */
final class AwaitedAnswers {
    private final Map<MessageId, Ask> asks = new HashMap<>();
    private final PriorityQueue<Ask> deadlines = new PriorityQueue<>(Comparator.comparing(Ask::dueAt));

    void add(Iterable<Ask> awaited) {
        for (Ask ask : awaited) {
            asks.put(ask.inReplyTo(), ask);
            deadlines.add(ask);
        }
    }

    /** Forgets all and awaits these instead. */
    void replace(Iterable<Ask> awaited) {
        asks.clear();
        deadlines.clear();
        add(awaited);
    }

    void answered(Set<MessageId> inReplyTo) {
        inReplyTo.forEach(asks::remove);
    }

    void forget(Set<AvatarId> erased) {
        if (!erased.isEmpty()) {
            asks.values().removeIf(ask -> erased.contains(ask.avatar()));
        }
    }

    boolean awaits(MessageId inReplyTo) {
        return asks.containsKey(inReplyTo);
    }

    /** Null when no answer is awaited. */
    Ask get(MessageId inReplyTo) {
        return asks.get(inReplyTo);
    }

    /** Those that are due and still awaited; each is named once. */
    List<Ask> due(Instant now) {
        List<Ask> due = new ArrayList<>();
        while (!deadlines.isEmpty() && !deadlines.peek().dueAt().isAfter(now)) {
            Ask ask = deadlines.poll();
            if (ask.equals(asks.get(ask.inReplyTo()))) {
                due.add(ask);
            }
        }
        return due;
    }

    /** When the next one may be due. */
    Optional<Instant> nextDeadline() {
        return Optional.ofNullable(deadlines.peek()).map(Ask::dueAt);
    }
}
