package viva.society.figure;

import viva.life.feeling.FeelingParameters;
import viva.life.temperament.Temperament;
import viva.society.fit.Numbers;
import viva.society.world.Inhabitant;

/** The mood of one avatar over its life, without the first two days, in which it still is as it was born. */
public final class MoodSeries {
    /** Up to this many hours its autocorrelation is worked out. */
    public static final int LAGS = 30;

    private static final int SETTLING_HOURS = 48;
    private static final int FITTED_LAGS = 8;
    private static final double LEAST = .05;

    /** Fewer hours say nothing about a correlation over a day. */
    private static final int LEAST_HOURS = 72;

    static boolean isLongEnough(int hours) {
        return hours - SETTLING_HOURS >= LEAST_HOURS;
    }

    private final double neuroticism;
    private final double agreeableness;
    private final double moodTime;
    private final double mean;
    private final double variance;
    private final double[] measured = new double[LAGS + 1];
    private final double[] most = new double[LAGS + 1];
    private final double lived;

    MoodSeries(Inhabitant one) {
        double[] mood = one.diary().trace().mood(SETTLING_HOURS);
        Temperament self = one.mind().temperament();
        Expectation expectation = new Expectation(one.diary().influence(), self, mood.length);
        neuroticism = self.neuroticism();
        agreeableness = self.agreeableness();
        moodTime = FeelingParameters.DEFAULT.moodTime(self);
        mean = Numbers.mean(mood);
        variance = Numbers.variance(mood);
        for (int lag = 0; lag <= LAGS; lag++) {
            measured[lag] = covariance(mood, mean, lag) / variance;
            most[lag] = expectation.correlation(lag);
        }
        lived = one.diary().decays() == null
                ? Double.NaN
                : one.diary().decays().inertia().hours();
    }

    /** In [0, 1]. */
    public double neuroticism() {
        return neuroticism;
    }

    /** In [0, 1]. */
    double agreeableness() {
        return agreeableness;
    }

    /** τm, world hours. */
    double moodTime() {
        return moodTime;
    }

    /** In [−1, 1]. */
    public double mean() {
        return mean;
    }

    public double variance() {
        return variance;
    }

    /** The autocorrelation as lived, {@code lag} in [0, {@value #LAGS}] hours. */
    public double measured(int lag) {
        return measured[lag];
    }

    /** The autocorrelation by the mood's time constant alone, as if emotions passed at once. */
    public double least(int lag) {
        return StrictMath.exp(-lag / moodTime);
    }

    /** The autocorrelation by all constants, if the events had come at random. */
    public double most(int lag) {
        return most[lag];
    }

    /** τm as fitted to the course of the mood, world hours; not a number for those who are not probed. */
    double livedMoodTime() {
        return lived;
    }

    /** Whether its mood moved at all. */
    boolean isAlive() {
        return Double.isFinite(measured[1]) && Double.isFinite(most[1]);
    }

    /**
     * Time constant of the exponential that fits the measured correlations best, world hours: least squares through the origin on the
     * logarithms at lags of 1 to {@value #FITTED_LAGS} hours.
     */
    double correlationTime() {
        double squares = 0;
        double products = 0;
        for (int lag = 1; lag <= FITTED_LAGS && measured[lag] > LEAST; lag++) {
            squares += lag * lag;
            products -= lag * StrictMath.log(measured[lag]);
        }
        return squares / products;
    }

    private static double covariance(double[] series, double mean, int lag) {
        double sum = 0;
        for (int i = 0; i + lag < series.length; i++) {
            sum += (series[i] - mean) * (series[i + lag] - mean);
        }
        return sum / (series.length - lag);
    }
}
