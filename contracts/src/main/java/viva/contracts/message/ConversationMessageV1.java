package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ConversationType;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.Mention;
import viva.contracts.MessageId;
import viva.contracts.VoiceKind;

/**
 * A message was stored in a conversation.
 *
 * @param ownerId the owner of {@code avatarId}
 * @param inReplyTo the message it answers, or null
 * @param author as {@code avatarId} sees it: {@link Author#PARTNER} is the other avatar of a conversation between two
 * @param content at most {@link WordsV1#MOST_CHARS} characters, and {@link OwnerMessageV1#MOST_CHARS} of the owner
 * @param mood the avatar's mood in [-1, 1] when it spoke; 0 when the owner did, or another owner's avatar
 * @param emotions what the avatar felt when it spoke, or null when the owner did
 * @param tone one word for how it was said, such as {@code warm} or {@code sleepy}; null when the owner spoke
 * @param speakerId the avatar that spoke; null when the owner did
 * @param otherId the other avatar of a conversation between two; null in a talk with the owner
 * @param otherName as others know it; null as {@code otherId}
 * @param act what the speaker did with these words; null when the owner spoke, and for greetings
 * @param voice who found the words; null when the owner spoke, and in events from before that was told
 * @param about avatars that are named in {@code content} beside {@code otherId}, as far as they are known
 */
@MessageType("conversation.message.v1")
public record ConversationMessageV1(
        AvatarId avatarId,
        AccountId ownerId,
        ConversationId conversationId,
        ConversationType conversationType,
        MessageId messageId,
        MessageId inReplyTo,
        Author author,
        String content,
        double mood,
        Emotions emotions,
        String tone,
        AvatarId speakerId,
        AvatarId otherId,
        String otherName,
        DialogueAct act,
        VoiceKind voice,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mention> about)
        implements Event {
    public ConversationMessageV1 {
        about = about == null ? List.of() : List.copyOf(about);
    }

    /** Something said between an avatar and its owner. */
    public static ConversationMessageV1 withOwner(
            AvatarId avatarId,
            AccountId ownerId,
            ConversationId conversationId,
            MessageId messageId,
            MessageId inReplyTo,
            Author author,
            String content,
            double mood,
            Emotions emotions,
            String tone,
            DialogueAct act,
            VoiceKind voice,
            List<Mention> about) {
        return new ConversationMessageV1(
                avatarId,
                ownerId,
                conversationId,
                ConversationType.OWNER,
                messageId,
                inReplyTo,
                author,
                content,
                mood,
                emotions,
                tone,
                author == Author.AVATAR ? avatarId : null,
                null,
                null,
                act,
                voice,
                about);
    }
}
