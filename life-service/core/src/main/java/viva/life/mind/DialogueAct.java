package viva.life.mind;

import java.util.Locale;

/** What a speaker does with a turn; the words for it are somebody else's business. */
public enum DialogueAct {
    GREET,
    ASK,
    DISCLOSE,
    JOKE,
    COMPLIMENT,
    TEASE,
    FLIRT,
    COMFORT,
    AGREE,
    DISAGREE,
    ARGUE,
    APOLOGISE,
    THANK,
    SHARE_MEMORY,
    INVITE,
    GOODBYE;

    /** Its name in lower snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
