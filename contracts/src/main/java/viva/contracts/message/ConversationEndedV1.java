package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;

/**
 * A conversation of two avatars ended, or did not come about. Said once for each side.
 *
 * @param host whether {@code avatarId} is the one who began it; whoever counts conversations counts these
 * @param reason why it ended, or never began
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
        WorldTime endedAt)
        implements Event {}
