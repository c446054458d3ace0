package viva.gateway.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import viva.contracts.MessageId;

/**
 * Which parts of answers one channel may be shown: those that follow each other from the first one on. After a part that was lost, and after the
 * answer itself, no more of it: half a sentence is worse than none. It remembers the latest answers only. Belongs to one thread.
 */
final class DeltaGate {
    private static final int MOST_ANSWERS = 8;
    private static final int CLOSED = -1;

    private final LinkedHashMap<MessageId, Integer> next = new LinkedHashMap<>();

    /** Whether the part may be shown; it counts as shown then. */
    boolean admits(MessageId inReplyTo, int index) {
        int expected = next.getOrDefault(inReplyTo, 0);
        if (expected == CLOSED || index < expected) {
            return false;
        }
        remember(inReplyTo, index == expected ? index + 1 : CLOSED);
        return index == expected;
    }

    /** The answer is there. */
    void close(MessageId inReplyTo) {
        remember(inReplyTo, CLOSED);
    }

    private void remember(MessageId inReplyTo, int index) {
        next.put(inReplyTo, index);
        if (next.size() > MOST_ANSWERS) {
            Map.Entry<MessageId, Integer> oldest = next.firstEntry();
            next.remove(oldest.getKey());
        }
    }
}
