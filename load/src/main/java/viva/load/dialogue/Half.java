package viva.load.dialogue;

/** What a question is for: choosing weights and thresholds, or telling how good they are. */
public enum Half {
    TUNING,
    TEST
}
