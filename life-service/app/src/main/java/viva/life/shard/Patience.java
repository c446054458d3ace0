package viva.life.shard;

import java.time.Duration;

/** How long a shard waits for a database that is away: a little longer after each failure in a row. Belongs to the shard's loop. */
final class Patience {
    private static final int MOST_DOUBLINGS = 10;

    private final Duration first;
    private final Duration longest;
    private int failures;

    Patience(ShardConfig config) {
        first = config.firstPause();
        longest = config.longestPause();
    }

    /** The pause after one more failure. */
    Duration next() {
        long doubled = first.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        failures++;
        return Duration.ofMillis(Math.min(longest.toMillis(), doubled));
    }

    /** It answered. */
    void reset() {
        failures = 0;
    }
}
