package viva.life.sleep;

/**
 * The two-process model of sleep (Borbély 1982) with the parameters of Skeldon and Dijk 2025.
 *
 * @param riseHours time constant with which sleep pressure rises towards 1 while awake; 18.2 h
 * @param fallHours time constant with which it falls towards 0 while asleep; 4.2 h
 * @param upper mean of the threshold for falling asleep; 0.67
 * @param lower mean of the threshold for waking; 0.17
 * @param swing amplitude of the circadian process in both thresholds; 0.12
 * @param chronotype hour of the world's day at which the circadian process peaks; 15.6 gives 23:03–07:00
 * @param chronotypeDeviation standard deviation of the chronotype among avatars, hours; 1, cut at 2.5 deviations (Roenneberg 2007
 *     finds about that spread in adults)
 * @param chatPostpones how long a running chat with the owner may put off falling asleep, hours; 2
 * @param newbornHours how long a newborn stays awake at least, hours; 2, so that its owner meets it awake at any time of day
 */
public record SleepParameters(
        double riseHours,
        double fallHours,
        double upper,
        double lower,
        double swing,
        double chronotype,
        double chronotypeDeviation,
        double chatPostpones,
        double newbornHours) {
    public static final SleepParameters DEFAULT = new SleepParameters(18.2, 4.2, .67, .17, .12, 15.6, 1, 2, 2);

    public SleepParameters {
        if (!(riseHours > 0 && fallHours > 0 && swing >= 0 && lower - swing > 0 && upper - lower > 2 * swing)
                || upper + swing >= 1) {
            throw new IllegalArgumentException("must satisfy 0 < lower - swing, lower + swing < upper - swing and"
                    + " upper + swing < 1: lower = " + lower + ", upper = " + upper + ", swing = " + swing);
        }
        if (!(chatPostpones >= 0 && newbornHours > 0 && newbornHours <= 4)) {
            throw new IllegalArgumentException("must be in (0,4]: newborn_hours = " + newbornHours);
        }
    }

    double upperAt(long worldMillis, double phase) {
        return upper + swing * circadian(worldMillis, phase);
    }

    double lowerAt(long worldMillis, double phase) {
        return lower + swing * circadian(worldMillis, phase);
    }

    private static double circadian(long worldMillis, double phase) {
        double hourOfDay = Math.floorMod(worldMillis, 86_400_000L) / 3_600_000.0;
        return StrictMath.cos(2 * StrictMath.PI * (hourOfDay - phase) / 24);
    }
}
