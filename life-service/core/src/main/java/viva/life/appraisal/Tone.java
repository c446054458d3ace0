package viva.life.appraisal;

import java.util.Locale;

/** What words can carry, as far as a lexicon can tell. */
public enum Tone {
    PRAISE,
    AFFECTION,
    CARE,
    THANKS,
    APOLOGY,
    GREETING,
    FAREWELL,
    GOOD_NEWS,
    SAD_NEWS,
    HOSTILITY,
    QUESTION;

    /** Its name in lower snake case, as readings have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
