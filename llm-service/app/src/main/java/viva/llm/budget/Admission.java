package viva.llm.budget;

import java.time.Duration;

/** What came of asking for a slot. */
public sealed interface Admission {
    /** The request may go out; the slot must be {@link Slot#settle settled} or {@link Slot#failed given back}. */
    record Granted(Slot slot) implements Admission {}

    /** It may not. {@code retryAfter} is when the same question may have another answer; zero when that is not known. */
    record Refused(Reason reason, Duration retryAfter) implements Admission {}

    /** Why there is no slot. */
    enum Reason {
        REQUESTS_A_MINUTE,
        REQUESTS_A_DAY,
        TOKENS_A_MINUTE,
        TOKENS_A_DAY,
        /** Money of the day. */
        MONEY,
        /** The owner's own share. */
        OWNER,
        /** Half of the window is used, and the rest is for owners. */
        RESERVED,
        /** The model's server asked to slow down. */
        THROTTLED,
        /** The counters cannot be read. */
        UNKNOWN
    }
}
