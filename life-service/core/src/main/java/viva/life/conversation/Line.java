package viva.life.conversation;

import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/**
 * What was said in one turn of an encounter.
 *
 * @param mood of the speaker, in [-1, 1]
 * @param voice who found the words
 */
public record Line(
        ConversationId encounter,
        int turn,
        MessageId id,
        AvatarId speaker,
        DialogueAct act,
        String content,
        String tone,
        String voice,
        double mood,
        Emotions emotions,
        WorldTime at) {}
