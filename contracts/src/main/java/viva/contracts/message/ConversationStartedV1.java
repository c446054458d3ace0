package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.WorldTime;

/**
 * Two avatars began to talk. Said once for each side.
 *
 * @param otherName as others know the other one
 * @param voiced whether the words come as they are said; otherwise they are found when somebody reads it
 */
@MessageType("conversation.started.v1")
public record ConversationStartedV1(
        AvatarId avatarId,
        AccountId ownerId,
        AvatarId otherId,
        String otherName,
        ConversationId conversationId,
        boolean voiced,
        WorldTime startedAt)
        implements Event {}
