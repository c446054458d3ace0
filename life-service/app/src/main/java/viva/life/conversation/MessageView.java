package viva.life.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import viva.contracts.Author;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.MessageId;
import viva.contracts.VoiceKind;
import viva.contracts.WorldTime;

/**
 * A stored message, as readers see it.
 *
 * @param inReplyTo null when it answers nothing
 * @param mood in [-1, 1] when the avatar spoke; 0 when the owner did
 * @param emotions null when the owner spoke, as are {@code tone}, {@code act} and {@code voice}
 * @param act what the avatar did with it; null for a greeting, too
 * @param voice who found the words
 * @param at real time, by the database's clock
 */
public record MessageView(
        MessageId id,
        Author author,
        String content,
        MessageId inReplyTo,
        double mood,
        Emotions emotions,
        String tone,
        DialogueAct act,
        VoiceKind voice,
        Instant at,
        WorldTime worldTime,
        @JsonIgnore long seq) {}
