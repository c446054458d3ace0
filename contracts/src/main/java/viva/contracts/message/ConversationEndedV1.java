package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.WorldTime;

/**
 * A conversation of two avatars ended, or did not come about. Said once for each side.
 *
 * @param host whether {@code avatarId} is the one who began it; whoever counts conversations counts these
 * @param reason {@code goodbye}, or why it ended before its time or never began, such as {@code asleep}
 * @param outcome null when nothing was said, or nothing of it stays because the other one was erased: {@code partner_gone}
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
        String reason,
        ConversationOutcome outcome,
        WorldTime endedAt)
        implements Event {}
