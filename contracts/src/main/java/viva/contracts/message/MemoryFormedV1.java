package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/**
 * An avatar keeps something in memory, or two avatars keep what they did together.
 *
 * @param content in its own words, which may name others
 * @param with the other avatars in it; null in events from before that was told
 * @param also what the other one keeps of it, which is for its owner alone; null when that is nothing
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
        WorldTime occurredAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) MemoryFormedV1 also)
        implements Event, Combined<MemoryFormedV1> {
    public MemoryFormedV1 {
        with = with == null ? null : List.copyOf(with);
    }

    /** The memory of {@code avatarId} alone. */
    public MemoryFormedV1(
            AvatarId avatarId,
            AccountId ownerId,
            MessageId memoryId,
            String kind,
            String content,
            double importance,
            List<AvatarId> with,
            WorldTime occurredAt) {
        this(avatarId, ownerId, memoryId, kind, content, importance, with, occurredAt, null);
    }

    /** The same memory with what another avatar keeps of it, or without for null. */
    public MemoryFormedV1 and(MemoryFormedV1 others) {
        return new MemoryFormedV1(avatarId, ownerId, memoryId, kind, content, importance, with, occurredAt, others);
    }

    @Override
    public AvatarId otherId() {
        return also == null ? null : also.avatarId();
    }

    @Override
    public List<MemoryFormedV1> parts() {
        return also == null ? List.of(this) : List.of(and(null), also);
    }
}
