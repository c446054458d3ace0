package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;

/**
 * The words that were asked for by a {@link SpeakV1}.
 *
 * @param content 1 to {@value #MOST_CHARS} characters
 * @param tone one word for how it is said
 * @param voice who found the words: {@code offline} or a model's name
 * @param memories ids of those memories of the request that the words use; null or empty when they use none
 */
@MessageType("life.words.v1")
public record WordsV1(
        AvatarId avatarId,
        ConversationId conversationId,
        MessageId inReplyTo,
        MessageId messageId,
        String content,
        String tone,
        String voice,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<UUID> memories)
        implements LifeCommand {
    public static final int MOST_CHARS = 8_000;

    public WordsV1 {
        memories = memories == null ? null : List.copyOf(memories);
    }

    /** Words that use no memory. */
    public WordsV1(
            AvatarId avatarId,
            ConversationId conversationId,
            MessageId inReplyTo,
            MessageId messageId,
            String content,
            String tone,
            String voice) {
        this(avatarId, conversationId, inReplyTo, messageId, content, tone, voice, null);
    }
}
