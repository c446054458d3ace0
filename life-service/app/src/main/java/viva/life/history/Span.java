package viva.life.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What one row of a roll-up averages: an hour or a day of UTC. */
enum Span {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    private final ChronoUnit unit;

    Span(ChronoUnit unit) {
        this.unit = unit;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String table() {
        return "mind_" + label();
    }

    Duration length() {
        return unit.getDuration();
    }

    /** The beginning of the span that holds an instant. */
    Instant begin(Instant at) {
        return at.truncatedTo(unit);
    }
}
