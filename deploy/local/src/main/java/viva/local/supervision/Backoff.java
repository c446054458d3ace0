package viva.local.supervision;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before starting a dead part again. A part that lived for a while starts over with the shortest wait. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONG_LIFE = Duration.ofMinutes(1);
    private static final int MOST_DEATHS = 8;

    private int deaths;

    /** The wait after another death; empty when it died too often in a row. */
    public Optional<Duration> afterDeath(Duration lived) {
        if (lived.compareTo(LONG_LIFE) >= 0) {
            deaths = 0;
        }
        deaths++;
        if (deaths > MOST_DEATHS) {
            return Optional.empty();
        }
        Duration wait = FIRST.multipliedBy(1L << (deaths - 1));
        return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
