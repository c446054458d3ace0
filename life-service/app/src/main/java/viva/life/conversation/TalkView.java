package viva.life.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.ConversationType;
import viva.contracts.WorldTime;

/**
 * A conversation of an avatar, as its owner reads of it. The talk with the owner has no partner, no end and no outcome.
 *
 * @param avatarId whose conversation it is
 * @param status {@code active} or {@code ended}
 * @param with the other avatar, or null for the owner; a pseudonym when the other avatar was erased
 * @param withName null for the owner, and when the other avatar was erased
 * @param host whether {@code avatarId} began it
 * @param voiced whether its words came as it went on; otherwise they are found when it is first read
 * @param worthTelling whether something began or ended in it: a first meeting, a confession, a quarrel, a decision
 * @param reason why it ended, or null
 * @param outcome null as long as it runs, and when nothing was said
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TalkView(
        ConversationId id,
        AvatarId avatarId,
        ConversationType type,
        String status,
        AvatarId with,
        String withName,
        boolean host,
        boolean voiced,
        boolean worthTelling,
        int turns,
        String reason,
        ConversationOutcome outcome,
        Instant startedAt,
        Instant endedAt,
        WorldTime startedWorldTime,
        WorldTime endedWorldTime) {
    /** The talk with the owner. */
    public static TalkView withOwner(ConversationId id, AvatarId avatar) {
        return new TalkView(
                id,
                avatar,
                ConversationType.OWNER,
                "active",
                null,
                null,
                false,
                true,
                false,
                0,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @JsonIgnore
    public boolean isWithOwner() {
        return type == ConversationType.OWNER;
    }
}
