package viva.life.need;

/** What an avatar's activity does to its needs; a chat with the owner comes on top. */
public enum Regime {
    /** Awake and doing nothing that restores a need. */
    ALERT,
    /** Among others, looking for somebody to talk to. */
    MINGLING,
    /** In conversation. */
    COMPANY,
    EXPLORING,
    RESTING,
    ASLEEP
}
