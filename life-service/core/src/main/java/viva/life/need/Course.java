package viva.life.need;

import viva.life.decay.Exponential;

/**
 * How one need moves while nothing changes: towards a target with a time constant,
 * {@code n(Δ) = target + (n0 − target)·e^(−Δ/hours)}.
 *
 * @param target in [0, 100]
 * @param hours time constant, world hours
 */
public record Course(double target, double hours) {
    static final double FULL = 100;

    /** In points of 100: far above every rounding error, far below what a need moves in a world second. */
    private static final double MARGIN = 1e-6;

    public Course {
        if (!(target >= 0 && target <= FULL && hours > 0)) {
            throw new IllegalArgumentException(
                    "must be a target in [0,100] and hours > 0: target = " + target + ", hours = " + hours);
        }
    }

    static Course depleting(double hours) {
        return new Course(0, hours);
    }

    static Course restoring(double hours) {
        return new Course(FULL, hours);
    }

    /**
     * The level after {@code elapsed} world hours.
     *
     * @throws IllegalArgumentException when {@code elapsed} is negative or not a number
     */
    public double after(double level, double elapsed) {
        if (!(elapsed >= 0)) {
            throw new IllegalArgumentException("must be >= 0: hours = " + elapsed);
        }
        return target + (level - target) * Exponential.of(-elapsed / hours);
    }

    /**
     * Whether the level is certainly above {@code threshold} for the next {@code elapsed} world hours. It answers without an exponential, so
     * false may also mean that it has to be worked out. For x ≥ 0, (2 − x)/(2 + x) ≤ e^(−x); here with x = elapsed / hours, multiplied out.
     */
    public boolean staysAbove(double level, double threshold, double elapsed) {
        if (!(level > threshold + MARGIN)) {
            return false;
        }
        return level <= target
                || (level - target) * (2 * hours - elapsed) > (threshold + MARGIN - target) * (2 * hours + elapsed);
    }

    /** World hours until the level falls to {@code threshold}: 0 when it is there already, infinite when it never does. */
    public double hoursUntilDown(double level, double threshold) {
        if (level <= threshold) {
            return 0;
        }
        return target >= threshold
                ? Double.POSITIVE_INFINITY
                : hours * StrictMath.log((level - target) / (threshold - target));
    }
}
