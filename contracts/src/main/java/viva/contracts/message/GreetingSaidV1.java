package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.Emotions;
import viva.contracts.Mention;
import viva.contracts.MessageId;
import viva.contracts.VoiceKind;
import viva.contracts.WorldTime;

/**
 * The avatar welcomes its owner who was away. It is the message {@code messageId} of their conversation.
 *
 * @param voice who found the words; null in events from before that was told
 * @param about avatars that are named in {@code content}, as far as they are known
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
        VoiceKind voice,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mention> about)
        implements Event {
    public GreetingSaidV1 {
        about = about == null ? List.of() : List.copyOf(about);
    }

    /** A greeting of which it is not known who found the words, and that names nobody. */
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
        this(avatarId, ownerId, conversationId, messageId, content, mood, emotions, tone, worldTime, null, List.of());
    }
}
