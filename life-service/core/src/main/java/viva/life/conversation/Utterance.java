package viva.life.conversation;

import java.util.List;
import java.util.Objects;
import viva.contracts.AccountId;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.Mention;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/**
 * One message of a conversation between an avatar and its owner.
 *
 * @param inReplyTo null when it answers nothing
 * @param mood in [-1, 1]; 0 when the owner spoke
 * @param emotions null when the owner spoke, as are {@code tone} and {@code voice}
 * @param voice {@code offline} or a model's name
 * @param act what the avatar did with it; null when the owner spoke, and when it began by itself
 * @param about avatars that are named in it, as far as they are known
 */
public record Utterance(
        ConversationId conversation,
        AvatarId avatar,
        AccountId owner,
        MessageId id,
        Author author,
        String content,
        MessageId inReplyTo,
        double mood,
        Emotions emotions,
        String tone,
        String voice,
        DialogueAct act,
        WorldTime at,
        List<Mention> about) {
    public Utterance {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(avatar, "avatar");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(at, "at");
        about = List.copyOf(about);
    }
}
