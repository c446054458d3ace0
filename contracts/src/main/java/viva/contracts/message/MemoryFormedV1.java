package viva.contracts.message;

import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/**
 * An avatar keeps something in memory.
 *
 * @param content in its own words, which may name others
 * @param with the other avatars in it; null in events from before that was told
 */
@MessageType("memory.formed.v1")
public record MemoryFormedV1(
        AvatarId avatarId,
        AccountId ownerId,
        MessageId memoryId,
        String kind,
        String content,
        double importance,
        List<AvatarId> with,
        WorldTime occurredAt)
        implements Event {
    public MemoryFormedV1 {
        with = with == null ? null : List.copyOf(with);
    }
}
