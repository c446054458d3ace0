package viva.life.appraisal;

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
    QUESTION
}
