package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.Emotions;
import viva.contracts.MessageId;
import viva.contracts.VoiceKind;
import viva.contracts.WorldTime;

/**
 * The avatar welcomes its owner who was away. It is the message {@code messageId} of their conversation.
 *
 * @param voice who found the words; null in events from before that was told
 */
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
        WorldTime worldTime,
        VoiceKind voice)
        implements Event {
    /** A greeting of which it is not known who found the words. */
    public GreetingSaidV1(
            AvatarId avatarId,
            AccountId ownerId,
            ConversationId conversationId,
            MessageId messageId,
            String content,
            double mood,
            Emotions emotions,
            String tone,
            WorldTime worldTime) {
        this(avatarId, ownerId, conversationId, messageId, content, mood, emotions, tone, worldTime, null);
    }
}
