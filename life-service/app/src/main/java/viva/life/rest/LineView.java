package viva.life.rest;

import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.MessageId;
import viva.contracts.VoiceKind;
import viva.contracts.WorldTime;
import viva.life.conversation.Line;

/** A line of an encounter, as readers see it: as a message, and who said it and what it did. */
record LineView(
        MessageId id,
        Author author,
        AvatarId speakerId,
        DialogueAct act,
        String content,
        Double mood,
        Emotions emotions,
        String tone,
        VoiceKind voice,
        WorldTime worldTime) {
    /** As the owner of {@code reader}, one of the two, reads it. */
    static LineView of(Line line, AvatarId reader) {
        return new LineView(
                line.id(),
                line.speaker().equals(reader) ? Author.AVATAR : Author.PARTNER,
                line.speaker(),
                line.act(),
                line.content(),
                line.speaker().equals(reader) ? line.mood() : null,
                line.speaker().equals(reader) ? line.emotions() : null,
                line.tone(),
                VoiceKind.of(line.voice()),
                line.at());
    }
}
