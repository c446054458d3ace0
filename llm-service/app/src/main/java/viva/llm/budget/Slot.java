package viva.llm.budget;

import java.time.Duration;
import java.util.Optional;

/**
 * The right to send one request. Ends exactly once, by {@link #settle} or {@link #failed}; later calls change nothing. Sixty seconds
 * after the response began, or after the attempt failed, its place in the window is free again.
 */
public interface Slot {
    /** The response began: its first byte came. */
    void began();

    /** It went well. What the model counted, or an estimate when it counted nothing. */
    void settle(Usage usage);

    /** The attempt failed; nothing was used, as far as can be told. */
    void failed();

    /** The server said 429, with the pause it asked for; the limits shrink and recover slowly. Counts as {@link #failed}. */
    void throttled(Optional<Duration> retryAfter);
}
