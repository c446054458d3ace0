package viva.society.report;

/**
 * From values to pixels.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}
 * @param logarithmic whether equal ratios are equally far apart
 */
record Scale(double low, double high, double from, double to, boolean logarithmic) {
    double of(double value) {
        double share = logarithmic
                ? Math.log(value / low) / Math.log(high / low)
                : (Math.clamp(value, Math.min(low, high), Math.max(low, high)) - low) / (high - low);
        return from + share * (to - from);
    }
}
