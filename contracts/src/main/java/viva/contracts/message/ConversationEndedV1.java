package viva.contracts.message;

import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;

/**
 * A conversation of two avatars ended, or did not come about. Said once for each side, or once for both, by the host's shard, where no owner watched.
 *
 * @param host whether {@code avatarId} is the one who began it; whoever counts conversations counts these
 * @param reason why it ended, or never began
 * @param name of {@code avatarId} itself; null, as is {@code otherOwnerId}, when it is said for that side alone
 * @param outcome null when nothing was said, or nothing of it stays because the other one was erased: {@link EndReason#PARTNER_GONE}
 */
@MessageType("conversation.ended.v1")
public record ConversationEndedV1(
        AvatarId avatarId,
        AccountId ownerId,
        AvatarId otherId,
        String otherName,
        ConversationId conversationId,
        boolean host,
        boolean voiced,
        EndReason reason,
        ConversationOutcome outcome,
        WorldTime endedAt,
        String name,
        AccountId otherOwnerId)
        implements Event, Combined<ConversationEndedV1> {
    /** Said for {@code avatarId} alone. */
    public ConversationEndedV1(
            AvatarId avatarId,
            AccountId ownerId,
            AvatarId otherId,
            String otherName,
            ConversationId conversationId,
            boolean host,
            boolean voiced,
            EndReason reason,
            ConversationOutcome outcome,
            WorldTime endedAt) {
        this(avatarId, ownerId, otherId, otherName, conversationId, host, voiced, reason, outcome, endedAt, null, null);
    }

    @Override
    public List<ConversationEndedV1> parts() {
        ConversationEndedV1 own = new ConversationEndedV1(
                avatarId, ownerId, otherId, otherName, conversationId, host, voiced, reason, outcome, endedAt);
        return otherOwnerId == null
                ? List.of(own)
                : List.of(
                        own,
                        new ConversationEndedV1(
                                otherId,
                                otherOwnerId,
                                avatarId,
                                name,
                                conversationId,
                                !host,
                                voiced,
                                reason,
                                outcome,
                                endedAt));
    }
}
