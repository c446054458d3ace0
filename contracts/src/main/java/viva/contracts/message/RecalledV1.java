package viva.contracts.message;

import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/**
 * Tells the avatar service that an event used memories: an answer, a turn that shared one, or a reflection. It reinforces each of them, once for each event.
 * Ids that are not known, or not this avatar's, are ignored.
 *
 * @param eventId the message, turn or memory that used them
 * @param memoryIds at most {@value #MOST_MEMORIES}
 * @param at by the world's clock; the real instant is the time of the envelope
 */
@MessageType("avatar.recalled.v1")
public record RecalledV1(AvatarId avatarId, MessageId eventId, List<MessageId> memoryIds, WorldTime at)
        implements MemoryCommand {
    public static final int MOST_MEMORIES = 32;

    public RecalledV1 {
        memoryIds = List.copyOf(memoryIds);
        if (memoryIds.size() > MOST_MEMORIES) {
            throw new IllegalArgumentException("at most " + MOST_MEMORIES + " memory_ids: " + memoryIds.size());
        }
    }
}
