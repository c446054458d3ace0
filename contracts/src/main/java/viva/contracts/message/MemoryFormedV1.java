package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/**
 * An avatar keeps something in memory, or two avatars keep what they did together.
 *
 * @param content in its own words, which may name others
 * @param with the other avatars in it; null in events from before that was told
 * @param gist its content in one line, or null
 * @param audience to whom it may be told; null in events from before that was told, which are for the owner alone
 * @param withOwner whether the avatar's owner is in it
 * @param also what the other one keeps of it, which is for its owner alone; null when that is nothing
 */
@MessageType("memory.formed.v1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemoryFormedV1(
        AvatarId avatarId,
        AccountId ownerId,
        MessageId memoryId,
        String kind,
        String content,
        double importance,
        List<AvatarId> with,
        WorldTime occurredAt,
        String gist,
        Audience audience,
        boolean withOwner,
        MemoryFormedV1 also)
        implements Event, Combined<MemoryFormedV1> {
    public MemoryFormedV1 {
        with = with == null ? null : List.copyOf(with);
    }

    /** A memory without owner, of which no gist and no audience is told. */
    public MemoryFormedV1(
            AvatarId avatarId,
            AccountId ownerId,
            MessageId memoryId,
            String kind,
            String content,
            double importance,
            List<AvatarId> with,
            WorldTime occurredAt) {
        this(avatarId, ownerId, memoryId, kind, content, importance, with, occurredAt, null, null, false, null);
    }

    /** The same memory with what another avatar keeps of it, or without for null. */
    public MemoryFormedV1 and(MemoryFormedV1 others) {
        return new MemoryFormedV1(
                avatarId,
                ownerId,
                memoryId,
                kind,
                content,
                importance,
                with,
                occurredAt,
                gist,
                audience,
                withOwner,
                others);
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
