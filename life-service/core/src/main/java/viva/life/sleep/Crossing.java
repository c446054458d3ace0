package viva.life.sleep;

import java.util.function.LongPredicate;

/** The first instant at which sleep pressure meets a circadian threshold: one bracketed root, found to the millisecond. */
final class Crossing {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    /** Half an hour: both curves are so smooth that they cannot meet twice in it by more than 0.001. */
    private static final long BRACKET = 1_800_000L;

    /**
     * Pressure passes every possible threshold within 3·18.2 h awake or 8·4.2 h asleep for parameters anywhere near the defaults;
     * a world of other parameters switches here at the latest.
     */
    private static final int MAX_BRACKETS = 200;

    private Crossing() {}

    static long ofUpper(double pressure, long from, double phase, SleepParameters parameters) {
        return first(
                from,
                at -> Sleep.rising(pressure, (at - from) / MILLIS_PER_HOUR, parameters)
                        >= parameters.upperAt(at, phase));
    }

    static long ofLower(double pressure, long from, double phase, SleepParameters parameters) {
        return first(
                from,
                at -> Sleep.falling(pressure, (at - from) / MILLIS_PER_HOUR, parameters)
                        <= parameters.lowerAt(at, phase));
    }

    private static long first(long from, LongPredicate met) {
        long below = from;
        long above = from;
        for (int bracket = 0; bracket < MAX_BRACKETS && !met.test(above); bracket++) {
            below = above;
            above += BRACKET;
        }
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (met.test(middle)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }
}
