package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;

/**
 * The words that were asked for by a {@link SpeakV1}.
 *
 * @param content 1 to {@value #MOST_CHARS} characters
 * @param tone one word for how it is said
 * @param voice who found the words: {@code offline} or a model's name
 */
@MessageType("life.words.v1")
public record WordsV1(
        AvatarId avatarId,
        ConversationId conversationId,
        MessageId inReplyTo,
        MessageId messageId,
        String content,
        String tone,
        String voice)
        implements LifeCommand {
    public static final int MOST_CHARS = 8_000;
}
