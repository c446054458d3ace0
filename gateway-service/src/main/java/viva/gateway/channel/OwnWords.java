package viva.gateway.channel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import viva.contracts.MessageId;

/** The latest messages that one device sent. May be used from any thread. */
final class OwnWords {
    private static final int LATEST = 256;

    private final Set<MessageId> messages = Collections.synchronizedSet(Collections.newSetFromMap(new Latest()));

    void add(MessageId message) {
        messages.add(message);
    }

    boolean contains(MessageId message) {
        return messages.contains(message);
    }

    private static final class Latest extends LinkedHashMap<MessageId, Boolean> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageId, Boolean> eldest) {
            return size() > LATEST;
        }
    }
}
