package viva.life.command;

import viva.life.encounter.EncounterRules;
import viva.life.ownertalk.AnswerRules;
import viva.life.ownertalk.ChatRules;
import viva.life.resident.OutreachRules;

/** The limits and options that decisions obey. */
public record LifeRules(AnswerRules answers, ChatRules chats, EncounterRules encounters, OutreachRules outreach) {
    /** Those of a service that is not configured otherwise. */
    public static final LifeRules DEFAULT =
            new LifeRules(AnswerRules.DEFAULT, ChatRules.DEFAULT, EncounterRules.DEFAULT, OutreachRules.DEFAULT);
}
