package viva.avatar.recall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Days that a question names, in UTC.
 *
 * @param from the first instant
 * @param to the first instant after them
 */
public record DateSpan(Instant from, Instant to) {
    /** How long after the days it is still likely to be told of them. */
    private static final long TOLD_WITHIN_DAYS = 3;

    private static final double TOLD_LATER = .5;
    private static final long SECONDS_A_DAY = 86_400;

    public DateSpan {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("must end after its beginning: " + from + " to " + to);
        }
    }

    /** From the beginning of a day to the beginning of another one. */
    static DateSpan of(LocalDate first, LocalDate next) {
        return new DateSpan(
                first.atStartOfDay().toInstant(ZoneOffset.UTC),
                next.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** How well an instant fits, in [0, 1]: 1 within the days, {@value #TOLD_LATER} when it was told soon after them. */
    double fit(Instant at) {
        if (at.isBefore(from)) {
            return 0;
        }
        if (at.isBefore(to)) {
            return 1;
        }
        return at.isBefore(to.plusSeconds(TOLD_WITHIN_DAYS * SECONDS_A_DAY)) ? TOLD_LATER : 0;
    }
}
