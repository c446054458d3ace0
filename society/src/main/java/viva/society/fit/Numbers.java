package viva.society.fit;

import java.util.Arrays;

/** Statistics of plain numbers; not a number for none. */
public final class Numbers {
    private Numbers() {}

    public static double mean(double... values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** The mean square distance from the mean. */
    public static double variance(double... values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(Double.NaN);
    }

    /** The value below which a {@code share} in [0, 1] of the values lie. */
    public static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }
}
