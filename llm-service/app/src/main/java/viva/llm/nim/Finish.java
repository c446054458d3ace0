package viva.llm.nim;

/** How an answer ended. */
public enum Finish {
    /** The model had said what it wanted to say. */
    STOP,
    /** The limit of tokens was reached: the last sentence may be unfinished. */
    LENGTH,
    /** The server's content filter ended it. */
    FILTERED,
    /** The stream ended without a reason, or with one that is not known here: the last sentence may be unfinished. */
    CUT;

    static Finish of(String reason) {
        return switch (reason) {
            case "stop", "eos_token", "end_turn" -> STOP;
            case "length", "max_tokens" -> LENGTH;
            case "content_filter" -> FILTERED;
            default -> CUT;
        };
    }
}
