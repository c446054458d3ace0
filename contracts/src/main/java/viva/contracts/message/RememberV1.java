package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.Emotions;
import viva.contracts.FactSlot;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/**
 * Asks the avatar service to keep a memory, or two of what two avatars did together.
 *
 * @param memoryId the id that it will have, unless it merges with one that is there
 * @param kind {@code interaction}, {@code experience}, {@code reflection}, {@code dream}, {@code milestone} or {@code emotional_peak}
 * @param content in the avatar's own words, 1 to {@value #MOST_CHARS} characters
 * @param importance in [0, 1]
 * @param with the other avatars in it
 * @param gist its content in one line of at most {@value #MOST_GIST_CHARS} characters, or null
 * @param audience to whom it may be told; null for the pair where others are in it, and the owner alone otherwise. What is derived has the narrowest one of
 *     its sources at most
 * @param withOwner whether the avatar's owner is in it: then it ages in real days, not in the world's
 * @param feelings what the avatar felt, or null
 * @param slot the fact about the owner that it holds, or null
 * @param sources the ids of at most {@value #MOST_SOURCES} memories that it is derived from; null or empty when it is none's
 * @param realAt when it happened by the real clock; null for the instant at which the message was sent
 * @param also what the other one is to keep of it, together with this; null when that is nothing
 */
@MessageType("avatar.remember.v1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RememberV1(
        AvatarId avatarId,
        MessageId memoryId,
        String kind,
        String content,
        double importance,
        List<AvatarId> with,
        WorldTime occurredAt,
        String gist,
        Audience audience,
        boolean withOwner,
        Emotions feelings,
        FactSlot slot,
        List<MessageId> sources,
        Instant realAt,
        RememberV1 also)
        implements MemoryCommand, Combined<RememberV1> {
    public static final int MOST_CHARS = 2_000;
    public static final int MOST_GIST_CHARS = 200;
    public static final int MOST_SOURCES = 64;

    /** A memory without owner, feelings, facts and sources. */
    public RememberV1(
            AvatarId avatarId,
            MessageId memoryId,
            String kind,
            String content,
            double importance,
            List<AvatarId> with,
            WorldTime occurredAt) {
        this(
                avatarId,
                memoryId,
                kind,
                content,
                importance,
                with,
                occurredAt,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same memory with what another avatar is to keep of it, or without for null. */
    public RememberV1 and(RememberV1 others) {
        return new RememberV1(
                avatarId,
                memoryId,
                kind,
                content,
                importance,
                with,
                occurredAt,
                gist,
                audience,
                withOwner,
                feelings,
                slot,
                sources,
                realAt,
                others);
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
