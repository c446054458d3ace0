package viva.avatar.memory;

/** How retrievability falls with the days since the last recall. */
public enum RetentionCurve {
    /** {@code exp(-0.1 d / s)}: the product's constants, as a rate. */
    EXPONENTIAL {
        @Override
        double at(double days, double strength) {
            return StrictMath.exp(-DECAY_A_DAY * days / strength);
        }

        @Override
        double daysUntil(double retrievability, double strength) {
            return -StrictMath.log(retrievability) * strength / DECAY_A_DAY;
        }
    },
    /**
     * {@code (1 + F d / S)^-0.5} with F = .2346, the curve of the FSRS family, which fits human data better (log loss .338 against .371 on 350 million
     * reviews). S is where the exponential curve of the same strength is at .9, so that both agree there.
     */
    POWER {
        @Override
        double at(double days, double strength) {
            return 1 / StrictMath.sqrt(1 + FACTOR * days / stability(strength));
        }

        @Override
        double daysUntil(double retrievability, double strength) {
            return (1 / (retrievability * retrievability) - 1) * stability(strength) / FACTOR;
        }

        private static double stability(double strength) {
            return -StrictMath.log(.9) * strength / DECAY_A_DAY;
        }
    };

    private static final double DECAY_A_DAY = .1;
    private static final double FACTOR = .2346;

    abstract double at(double days, double strength);

    abstract double daysUntil(double retrievability, double strength);
}
