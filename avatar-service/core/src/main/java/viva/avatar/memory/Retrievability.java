package viva.avatar.memory;

import java.time.Duration;

/**
 * How easily a memory comes back, in [0, 1]: a closed form of the time since it was last recalled, or happened. Time is the world's for memories among avatars, and
 * real for those that an owner is in and for pinned ones.
 */
public final class Retrievability {
    /** Pinned memories and current facts about the owner do not fall below this. */
    public static final double FLOOR = .3;

    private static final double MILLIS_A_DAY = 86_400_000;

    private Retrievability() {}

    /**
     * At an age; a negative one, after a clock went back, counts as none.
     *
     * @param importance in [0, 1]
     * @param recalls how often it was recalled
     */
    public static double after(RetentionCurve curve, Duration age, double importance, int recalls) {
        double days = Math.max(0, age.toMillis() / MILLIS_A_DAY);
        return Math.clamp(curve.at(days, strength(importance, recalls)), 0, 1);
    }

    /** As {@link #after}, of what never falls below {@link #FLOOR}. */
    public static double kept(RetentionCurve curve, Duration age, double importance, int recalls) {
        return Math.max(FLOOR, after(curve, age, importance, recalls));
    }

    /** The days until it has fallen to {@code retrievability}, in (0, 1), for a memory of strength 1; {@link #strength} times as many for others. */
    public static double daysUntil(RetentionCurve curve, double retrievability) {
        return curve.daysUntil(retrievability, 1);
    }

    /** By which factor importance and recalls slow forgetting down, at least 1. */
    public static double strength(double importance, int recalls) {
        return (1 + .5 * Math.clamp(importance, 0, 1)) * (1 + .2 * StrictMath.log(Math.max(0, recalls) + 1));
    }
}
