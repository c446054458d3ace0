package viva.society.figure;

import viva.life.feeling.Feeling;
import viva.life.feeling.FeelingParameters;
import viva.life.temperament.Temperament;
import viva.society.diary.Influence;

/**
 * How the mood of one avatar is correlated with itself if the events of its life come at random times: the most that the constants allow,
 * because events that come in a daily rhythm, or that take away what others brought, are sooner forgotten. The least is
 * {@code e^(−L/τm)}: a mood behind emotions that pass at once.
 *
 * <p>An event makes emotion k jump, and the mood answers with
 * {@code v_k·τk/(τk − τm)·(e^(−t/τk) − e^(−t/τm))}. If events come at random times, the autocovariance at lag L is the sum over all events of
 * {@code ∫ h(t)·h(t + L) dt} (Campbell's theorem; Rice 1944). The constants give every τ; the events that were lived give only the weights of
 * the emotions. What is measured about the mean of a finite run is lower by the variance of that mean, which is taken off.
 */
final class Expectation {
    private static final Feeling[] ALL = Feeling.values();

    /** Hours after which no mood remembers anything: over ten time constants of the slowest emotion at its usual importance. */
    private static final int FORGOTTEN = 20 * 24;

    private static final double LN2 = StrictMath.log(2);

    private final Influence influence;
    private final double moodTime;
    private final double[] times = new double[Feeling.COUNT];
    private final double[] gains = new double[Feeling.COUNT];
    private final double zero;
    private final double ofMean;

    /** {@code hours} is the length of the run, in world hours. */
    Expectation(Influence influence, Temperament self, int hours) {
        this.influence = influence;
        this.moodTime = FeelingParameters.DEFAULT.moodTime(self);
        for (Feeling feeling : ALL) {
            double time = influence.halfLife(feeling, self) / LN2;
            double apart = Math.abs(time - moodTime) < .01 * moodTime ? 1.01 * moodTime : time;
            times[feeling.index()] = apart;
            gains[feeling.index()] = feeling.valence() * apart / (apart - moodTime);
        }
        this.zero = covariance(0);
        double sum = zero;
        for (int lag = 1; lag < Math.min(hours, FORGOTTEN); lag++) {
            sum += 2 * covariance(lag) * (1 - (double) lag / hours);
        }
        this.ofMean = sum / hours;
    }

    /** In [−1, 1]; not a number for a life in which nothing happened. */
    double correlation(int lag) {
        return (covariance(lag) - ofMean) / (zero - ofMean);
    }

    private double covariance(double lag) {
        double moodLeft = StrictMath.exp(-lag / moodTime);
        double sum = 0;
        for (Feeling other : ALL) {
            double time = times[other.index()];
            double left = StrictMath.exp(-lag / time);
            for (Feeling one : ALL) {
                double product = influence.product(one, other);
                if (product != 0) {
                    double faster = times[one.index()];
                    double fading = left * (overlap(faster, time) - overlap(moodTime, time));
                    double settling = moodLeft * (overlap(moodTime, moodTime) - overlap(faster, moodTime));
                    sum += product * gains[one.index()] * gains[other.index()] * (fading + settling);
                }
            }
        }
        return sum;
    }

    /** The integral of the product of two exponentials. */
    private static double overlap(double one, double other) {
        return one * other / (one + other);
    }
}
