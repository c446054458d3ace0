package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.Emotions;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/** The avatar welcomes its owner who was away. It is the message {@code messageId} of their conversation. */
@MessageType("greeting.said.v1")
public record GreetingSaidV1(
        AvatarId avatarId,
        AccountId ownerId,
        ConversationId conversationId,
        MessageId messageId,
        String content,
        double mood,
        Emotions emotions,
        String tone,
        WorldTime worldTime)
        implements Event {}
