package viva.llm.allowance;

/** What a request has to wait for. */
public enum Shortage {
    REQUESTS_A_MINUTE,
    REQUESTS_A_DAY,
    TOKENS_A_MINUTE,
    TOKENS_A_DAY,
    MONEY,
    /** Something of the owner's own allowance. */
    OWNER,
    /** There is room, but it is kept for what comes first. */
    RESERVED,
    /** The server asked for a pause. */
    THROTTLED
}
