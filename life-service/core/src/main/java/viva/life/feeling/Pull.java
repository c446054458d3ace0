package viva.life.feeling;

/** How much of a fading emotion has arrived in the mood. */
final class Pull {
    private Pull() {}

    /**
     * {@code τe/(τe − τm)·(e^(−Δ/τe) − e^(−Δ/τm))}, in [0, 1], with its limit {@code Δ/τm·e^(−Δ/τm)} for equal time constants. Near that limit
     * the difference of exponentials would cancel, so it is written with {@code expm1}.
     *
     * @param hours Δ, world hours, at least 0
     * @param emotion τe, world hours
     * @param mood τm, world hours
     * @param emotionLeft {@code e^(−Δ/τe)}, which the caller has worked out already
     * @param moodLeft {@code e^(−Δ/τm)}
     */
    static double share(double hours, double emotion, double mood, double emotionLeft, double moodLeft) {
        double gap = hours * (emotion - mood) / (emotion * mood);
        if (Math.abs(gap) < 1) {
            double ratio = gap == 0 ? 1 : StrictMath.expm1(gap) / gap;
            return hours / mood * moodLeft * ratio;
        }
        return emotion / (emotion - mood) * (emotionLeft - moodLeft);
    }
}
