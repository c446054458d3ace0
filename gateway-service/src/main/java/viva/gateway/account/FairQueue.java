package viva.gateway.account;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * A queue of queues: each party waits in a line of its own, and the lines take turns. However much one party asks for, another one's
 * first item is at most as far away as there are parties. Not thread-safe.
 */
final class FairQueue<T> {
    private final int most;
    private final Map<String, Queue<T>> lines = new LinkedHashMap<>();
    private int size;

    /** @param most items that wait at most, of all parties together */
    FairQueue(int most) {
        this.most = most;
    }

    /** What becomes of an item that is offered. */
    enum Verdict {
        WAITS,
        /** The party has as many waiting as it may. */
        LINE_IS_FULL,
        /** All parties together have. */
        QUEUE_IS_FULL
    }

    /** Puts an item at the end of its party's line. */
    Verdict offer(Party party, T item) {
        if (size >= most) {
            return Verdict.QUEUE_IS_FULL;
        }
        Queue<T> line = lines.computeIfAbsent(party.name(), name -> new ArrayDeque<>());
        if (line.size() >= party.most()) {
            return Verdict.LINE_IS_FULL;
        }
        line.add(item);
        size++;
        return Verdict.WAITS;
    }

    /** Takes the first item of the line whose turn it is. */
    Optional<T> poll() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String name = lines.keySet().iterator().next();
        Queue<T> line = lines.remove(name);
        T item = line.remove();
        size--;
        if (!line.isEmpty()) {
            lines.put(name, line);
        }
        return Optional.of(item);
    }
}
