package viva.life.sleep;

/**
 * The first instant at which sleep pressure meets a circadian threshold: one bracketed root, found to the millisecond.
 *
 * <p>The instant is defined by the plain search of {@link #bisected} in the first half hour at whose end the two have met. Everything else here
 * only gets there with fewer exponentials, and where it cannot know the same answer it does not try.
 */
final class Crossing {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    /** Half an hour: both curves are so smooth that they cannot meet twice in it by more than 0.001. */
    private static final long BRACKET = 1_800_000L;

    private static final double BRACKET_HOURS = BRACKET / MILLIS_PER_HOUR;

    /**
     * Pressure passes every possible threshold within 3·18.2 h awake or 8·4.2 h asleep for parameters anywhere near the defaults;
     * a world of other parameters switches here at the latest.
     */
    private static final int MAX_BRACKETS = 200;

    /** Of the circadian process, per world hour. */
    private static final double RADIANS_PER_HOUR = 2 * StrictMath.PI / 24;

    /** Far above every rounding error: of a gap, and of what a gap changes in an hour. */
    private static final double MARGIN = 1e-6;

    private final double start;
    private final boolean asleep;
    private final long from;
    private final double phase;
    private final SleepParameters parameters;
    private final double timeConstant;

    private Crossing(double start, boolean asleep, long from, double phase, SleepParameters parameters) {
        this.start = start;
        this.asleep = asleep;
        this.from = from;
        this.phase = phase;
        this.parameters = parameters;
        this.timeConstant = asleep ? parameters.fallHours() : parameters.riseHours();
    }

    static long ofUpper(double pressure, long from, double phase, SleepParameters parameters) {
        return new Crossing(pressure, false, from, phase, parameters).first();
    }

    static long ofLower(double pressure, long from, double phase, SleepParameters parameters) {
        return new Crossing(pressure, true, from, phase, parameters).first();
    }

    private long first() {
        long above = from;
        int bracket = 0;
        int step = 0;
        double gap = gap(above);
        while (gap < 0 && bracket < MAX_BRACKETS) {
            step = Math.min(1 + brackets(gap, above), MAX_BRACKETS - bracket);
            bracket += step;
            above += step * BRACKET;
            gap = gap(above);
        }
        return bracket == 0 ? from : between(above - BRACKET, above, gap);
    }

    /** How far the pressure has gone beyond the threshold; negative until they meet. */
    private double gap(long at) {
        double pressure = pressure(at);
        return asleep ? parameters.lowerAt(at, phase) - pressure : pressure - parameters.upperAt(at, phase);
    }

    private double pressure(long at) {
        double hours = (at - from) / MILLIS_PER_HOUR;
        return asleep ? Sleep.falling(start, hours, parameters) : Sleep.rising(start, hours, parameters);
    }

    /** What is left of the pressure's way; it shrinks, and with it how fast the pressure moves and how much it bends. */
    private double left(long at) {
        return asleep ? pressure(at) : 1 - pressure(at);
    }

    /** For how many whole brackets after {@code at} the two cannot meet, at the greatest speed at which they close in on each other. */
    private int brackets(double gap, long at) {
        double speed = left(at) / timeConstant + parameters.swing() * RADIANS_PER_HOUR;
        return (int) Math.clamp((-gap - MARGIN) / (speed * BRACKET_HOURS), 0.0, MAX_BRACKETS);
    }

    private long between(long below, long above, double gapAbove) {
        double gapBelow = gap(below);
        double bend =
                left(below) / (timeConstant * timeConstant) + parameters.swing() * RADIANS_PER_HOUR * RADIANS_PER_HOUR;
        boolean steady = gapBelow < 0 && gapAbove >= 0;
        boolean steep = (gapAbove - gapBelow) / BRACKET_HOURS - bend * BRACKET_HOURS > MARGIN;
        return steady && steep ? interpolated(below, above, gapBelow, gapAbove) : bisected(below, above);
    }

    /** The gap grows from millisecond to millisecond, so there is one at which it closes, and every search finds that one. */
    private long interpolated(long from, long to, double gapFrom, double gapTo) {
        long below = from;
        long above = to;
        double gapBelow = gapFrom;
        double gapAbove = gapTo;
        while (above - below > 1) {
            long ahead = (long) ((above - below) * (gapBelow / (gapBelow - gapAbove)));
            long middle = Math.clamp(below + ahead, below + 1, above - 1);
            double gap = gap(middle);
            if (gap >= 0) {
                above = middle;
                gapAbove = gap;
            } else {
                below = middle;
                gapBelow = gap;
            }
        }
        return above;
    }

    private long bisected(long from, long to) {
        long below = from;
        long above = to;
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (gap(middle) >= 0) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }
}
