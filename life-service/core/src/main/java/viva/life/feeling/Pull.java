package viva.life.feeling;

/** How much of a fading emotion has arrived in the mood. */
final class Pull {
    private Pull() {}

    /** From this distance of the exponents on, the difference of the two exponentials is exact enough. */
    private static final double NEAR = .03;

    /**
     * {@code m/(m − e)·(e^(−e·Δ) − e^(−m·Δ))}, in [0, 1], with its limit {@code m·Δ·e^(−m·Δ)} for equal rates. Near that limit the difference
     * would cancel, so there it is a series, whose first missing term is below 1e−12.
     *
     * @param hours Δ, world hours, at least 0
     * @param emotionRate e, the inverse of the emotion's time constant, per world hour
     * @param moodRate m, the same of the mood
     * @param emotionLeft {@code e^(−e·Δ)}, which the caller has worked out already
     * @param moodLeft {@code e^(−m·Δ)}
     */
    static double share(double hours, double emotionRate, double moodRate, double emotionLeft, double moodLeft) {
        double faster = moodRate - emotionRate;
        double gap = hours * faster;
        if (Math.abs(gap) < NEAR) {
            double series = 1 + gap / 2 * (1 + gap / 3 * (1 + gap / 4 * (1 + gap / 5 * (1 + gap / 6))));
            return hours * moodRate * moodLeft * series;
        }
        return moodRate / faster * (emotionLeft - moodLeft);
    }
}
