package viva.life.shard;

import java.time.Duration;

/** How long a shard waits for a database that is away: a little longer after each failure in a row. Belongs to the shard's loop. */
final class Patience {
    private static final int MOST_DOUBLINGS = 10;

    private final Duration first;
    private final Duration longest;
    private int failures;
    private long resumeNanos = System.nanoTime();

    Patience(ShardConfig config) {
        first = config.firstPause();
        longest = config.longestPause();
    }

    /** One more failure: begins a pause and tells its length. */
    Duration next(long nowNanos) {
        long doubled = first.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        failures++;
        return pause(Duration.ofMillis(Math.min(longest.toMillis(), doubled)), nowNanos);
    }

    /** Begins the longest pause. */
    void longest(long nowNanos) {
        pause(longest, nowNanos);
    }

    private Duration pause(Duration length, long nowNanos) {
        resumeNanos = nowNanos + length.toNanos();
        return length;
    }

    /** Whether a pause lasts. */
    boolean waits(long nowNanos) {
        return resumeNanos - nowNanos > 0;
    }

    /** The end of the last pause, by the monotonic clock. */
    long resumeNanos() {
        return resumeNanos;
    }

    /** It answered. */
    void reset() {
        failures = 0;
    }
}
