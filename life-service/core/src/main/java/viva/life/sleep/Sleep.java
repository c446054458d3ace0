package viva.life.sleep;

import viva.life.decay.Exponential;

/**
 * Where an avatar stands in the two-process model. Between two switches its pressure is a closed form of the hours since the last
 * one, and the instant of the next switch is known from the last one on.
 *
 * @param pressure sleep pressure S at {@code since}, in [0, 1]
 * @param asleep which branch the pressure is on
 * @param since world milliseconds of the last switch, or of the birth
 * @param switchAt world milliseconds at which the pressure meets the other threshold
 */
public record Sleep(double pressure, boolean asleep, long since, long switchAt) {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;
    private static final long WARM_UP = 12 * 86_400_000L;

    /** Hours between the points at which a newborn is kept below the threshold. */
    private static final double QUARTER = .25;

    /** Covers what the threshold moves between two such points. */
    private static final double AWAKE_MARGIN = .002;

    /** Far above every rounding error, far below what the pressure moves in a world second. */
    private static final double MARGIN = 1e-7;

    public Sleep {
        if (!(pressure >= 0 && pressure <= 1)) {
            throw new IllegalArgumentException("must be in [0,1]: sleep_pressure = " + pressure);
        }
        if (switchAt < since) {
            throw new IllegalArgumentException("must not be before " + since + ": switch_at = " + switchAt);
        }
    }

    /** Awake from {@code at} on; {@code phase} is the avatar's chronotype in hours of the day. */
    public static Sleep awake(double pressure, long at, double phase, SleepParameters parameters) {
        return new Sleep(pressure, false, at, Crossing.ofUpper(pressure, at, phase, parameters));
    }

    /** Asleep from {@code at} on. */
    public static Sleep asleep(double pressure, long at, double phase, SleepParameters parameters) {
        return new Sleep(pressure, true, at, Crossing.ofLower(pressure, at, phase, parameters));
    }

    /** Where a long regular life would stand at {@code at}: after twelve days the arbitrary start is forgotten to the second. */
    public static Sleep settled(long at, double phase, SleepParameters parameters) {
        Sleep sleep = awake(.3, at - WARM_UP, phase, parameters);
        while (sleep.switchAt <= at) {
            sleep = sleep.switched(sleep.switchAt, phase, parameters);
        }
        return sleep;
    }

    /**
     * How a life begins: as a regular life would stand, but awake for {@link SleepParameters#newbornHours} at least, whatever the
     * time of day.
     */
    public static Sleep newborn(long at, double phase, SleepParameters parameters) {
        double tired = 1;
        for (double hours = 0; hours <= parameters.newbornHours(); hours += QUARTER) {
            double threshold = parameters.upperAt(at + (long) (hours * MILLIS_PER_HOUR), phase);
            tired = Math.min(tired, 1 - (1 - threshold) * Exponential.of(hours / parameters.riseHours()));
        }
        tired = Math.max(0, tired - AWAKE_MARGIN);
        Sleep usual = settled(at, phase, parameters);
        double pressure = usual.asleep ? tired : Math.min(tired, usual.pressureAt(at, parameters));
        return awake(pressure, at, phase, parameters);
    }

    /** Sleep pressure at {@code at}, in [0, 1]; before the last switch it is what it was at that switch. */
    public double pressureAt(long at, SleepParameters parameters) {
        double hours = Math.max(0, (double) at - since) / MILLIS_PER_HOUR;
        return asleep ? falling(pressure, hours, parameters) : rising(pressure, hours, parameters);
    }

    /** This state from {@code at} on, on the other branch. */
    public Sleep switched(long at, double phase, SleepParameters parameters) {
        double now = pressureAt(at, parameters);
        return asleep ? awake(now, at, phase, parameters) : asleep(now, at, phase, parameters);
    }

    /** As it was at {@code from}, but at {@code until}: time stood still between. The next switch stays as far ahead as it was. */
    public Sleep held(long from, long until, SleepParameters parameters) {
        return new Sleep(pressureAt(from, parameters), asleep, until, until + Math.max(0, switchAt - from));
    }

    /**
     * World milliseconds at which the waking pressure reaches {@code level}; the last switch when it was above already, and
     * {@link Long#MAX_VALUE} while asleep.
     */
    public long reaches(double level, SleepParameters parameters) {
        if (asleep) {
            return Long.MAX_VALUE;
        }
        double hours = parameters.riseHours() * StrictMath.log((1 - pressure) / (1 - level));
        return hours <= 0 ? since : since + (long) Math.ceil(hours * MILLIS_PER_HOUR);
    }

    /**
     * Whether the waking pressure is certainly below {@code level} until {@code at}. It answers without an exponential, so false may also mean
     * that it has to be worked out. For x ≥ 0, ((4 − x)/(4 + x))² ≤ e^(−x) as long as x ≤ 4; here multiplied out.
     */
    public boolean staysBelow(double level, long at, SleepParameters parameters) {
        double hours = Math.max(0, (double) at - since) / MILLIS_PER_HOUR;
        double ahead = 4 * parameters.riseHours() - hours;
        double whole = 4 * parameters.riseHours() + hours;
        return asleep || (ahead >= 0 && (1 - pressure) * ahead * ahead > (1 - level + MARGIN) * whole * whole);
    }

    static double rising(double start, double hours, SleepParameters parameters) {
        return 1 - (1 - start) * Exponential.of(-hours / parameters.riseHours());
    }

    static double falling(double start, double hours, SleepParameters parameters) {
        return start * Exponential.of(-hours / parameters.fallHours());
    }
}
