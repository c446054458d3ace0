package viva.life.need;

import viva.life.temperament.Temperament;

/**
 * The three plain needs as of the last change of regime, each in [0, 100].
 *
 * @param since world milliseconds at which these levels held
 */
public record NeedLevels(double social, double stimulation, double comfort, long since) {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    public NeedLevels {
        requireLevel("social", social);
        requireLevel("stimulation", stimulation);
        requireLevel("comfort", comfort);
    }

    /** The levels at {@code at} under the regime that has held since these were written; earlier instants read as {@code since}. */
    public NeedLevels at(long at, Courses courses, Temperament temperament) {
        double hours = hoursUntil(at);
        return new NeedLevels(
                courses.social(temperament).after(social, hours),
                courses.stimulation(temperament).after(stimulation, hours),
                courses.comfort().after(comfort, hours),
                Math.max(at, since));
    }

    /** World milliseconds at which the first of the three falls to {@code threshold}; {@link Long#MAX_VALUE} for never. */
    public long firstDown(double threshold, Courses courses, Temperament temperament) {
        return firstDown(threshold, courses, temperament, Long.MAX_VALUE);
    }

    /**
     * {@link #firstDown} when that is up to {@code limit}, and any later instant, or the limit itself, when it is not: what does not matter costs
     * no logarithm.
     */
    public long firstDown(double threshold, Courses courses, Temperament temperament, long limit) {
        long first = down(stimulation, courses.stimulation(temperament), threshold, limit);
        first = Math.min(first, down(social, courses.social(temperament), threshold, Math.min(first, limit)));
        return Math.min(first, down(comfort, courses.comfort(), threshold, Math.min(first, limit)));
    }

    private long down(double level, Course course, double threshold, long limit) {
        if (course.staysAbove(level, threshold, hoursUntil(limit))) {
            return Long.MAX_VALUE;
        }
        double hours = course.hoursUntilDown(level, threshold);
        return Double.isInfinite(hours) ? Long.MAX_VALUE : since + (long) Math.ceil(hours * MILLIS_PER_HOUR);
    }

    /** The levels at {@code at} if they only sank since, each down to {@code floor} at most. */
    public NeedLevels sunk(long at, double floor, NeedParameters parameters, Temperament temperament) {
        NeedLevels sunk = at(at, new Courses(Regime.ALERT, false, parameters), temperament);
        return new NeedLevels(
                Math.max(sunk.social, Math.min(social, floor)),
                Math.max(sunk.stimulation, Math.min(stimulation, floor)),
                Math.max(sunk.comfort, Math.min(comfort, floor)),
                sunk.since);
    }

    /** The same levels at {@code until}: time stood still since these were written. */
    public NeedLevels held(long until) {
        return new NeedLevels(social, stimulation, comfort, until);
    }

    /** With {@code share} in [0, 1] of what is missing to full comfort made good. */
    public NeedLevels comforted(double share) {
        return new NeedLevels(social, stimulation, comfort + (Course.FULL - comfort) * share, since);
    }

    /** With {@code share} in [0, 1] of what is missing to full company made good. */
    public NeedLevels accompanied(double share) {
        return new NeedLevels(social + (Course.FULL - social) * share, stimulation, comfort, since);
    }

    /** World hours since these levels were written; 0 for earlier instants. */
    public double hoursUntil(long at) {
        return Math.max(0, (double) at - since) / MILLIS_PER_HOUR;
    }

    private static void requireLevel(String need, double level) {
        if (!(level >= 0 && level <= Course.FULL)) {
            throw new IllegalArgumentException("must be in [0,100]: " + need + " = " + level);
        }
    }
}
