package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/**
 * Asks the avatar service to keep a memory, or two of what two avatars did together.
 *
 * @param memoryId the id that it will have
 * @param kind {@code interaction}, {@code experience}, {@code reflection}, {@code dream}, {@code milestone} or {@code emotional_peak}
 * @param content in the avatar's own words, 1 to {@value #MOST_CHARS} characters
 * @param importance in [0, 1]
 * @param with the other avatars in it
 * @param also what the other one is to keep of it, together with this; null when that is nothing
 */
@MessageType("avatar.remember.v1")
public record RememberV1(
        AvatarId avatarId,
        MessageId memoryId,
        String kind,
        String content,
        double importance,
        List<AvatarId> with,
        WorldTime occurredAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) RememberV1 also)
        implements Command, Combined<RememberV1> {
    public static final int MOST_CHARS = 2_000;

    /** The memory of {@code avatarId} alone. */
    public RememberV1(
            AvatarId avatarId,
            MessageId memoryId,
            String kind,
            String content,
            double importance,
            List<AvatarId> with,
            WorldTime occurredAt) {
        this(avatarId, memoryId, kind, content, importance, with, occurredAt, null);
    }

    /** The same memory with what another avatar is to keep of it, or without for null. */
    public RememberV1 and(RememberV1 others) {
        return new RememberV1(avatarId, memoryId, kind, content, importance, with, occurredAt, others);
    }

    @Override
    public AvatarId otherId() {
        return also == null ? null : also.avatarId();
    }

    @Override
    public List<RememberV1> parts() {
        return also == null ? List.of(this) : List.of(and(null), also);
    }
}
