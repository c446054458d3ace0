package viva.load.soak;

import java.util.List;

/**
 * The straight line that lies nearest to samples, by least squares.
 *
 * @param mean of the samples
 * @param perSecond how steeply it rises
 */
public record Line(double mean, double perSecond) {
    private static final double FIVE_MINUTES = 300;
    private static final double HOUR = 3_600;

    /** The line through samples; level through one, zero through none. */
    public static Line through(List<Sample> samples) {
        double meanSeconds =
                samples.stream().mapToDouble(Sample::seconds).average().orElse(0);
        double mean = samples.stream().mapToDouble(Sample::value).average().orElse(0);
        double together = 0;
        double spread = 0;
        for (Sample sample : samples) {
            double seconds = sample.seconds() - meanSeconds;
            together += seconds * (sample.value() - mean);
            spread += seconds * seconds;
        }
        return new Line(mean, spread == 0 ? 0 : together / spread);
    }

    double perFiveMinutes() {
        return perSecond * FIVE_MINUTES;
    }

    /** How much it rises in five minutes, in percent of the mean; zero where the mean is. */
    public double percentPerFiveMinutes() {
        return mean == 0 ? 0 : 100 * perFiveMinutes() / mean;
    }

    public double perHour() {
        return perSecond * HOUR;
    }
}
