package viva.life.feeling;

import java.util.Arrays;

/**
 * What one event stirs up: for each feeling a number in [−1, 1]. A positive one closes that share of the gap to 1, a negative one
 * takes that share away.
 */
public final class Impulses {
    /** An event that leaves nobody feeling anything. */
    public static final Impulses NONE = new Impulses(new double[Feeling.COUNT]);

    private static final Feeling[] ALL = Feeling.values();

    private final double[] strengths;

    private Impulses(double[] strengths) {
        this.strengths = strengths;
    }

    /** Impulses of several feelings, put together without a copy for each of them. */
    public static Mixture mixture() {
        return new Mixture(new double[Feeling.COUNT]);
    }

    /** Impulses that are being put together, by one caller. */
    public static final class Mixture {
        private final double[] strengths;

        private Mixture(double[] strengths) {
            this.strengths = strengths;
        }

        /** With {@code strength} more of a feeling, kept in [−1, 1]. */
        public Mixture and(Feeling feeling, double strength) {
            if (Double.isNaN(strength)) {
                throw new IllegalArgumentException("must be a number: " + feeling + " = NaN");
            }
            int index = feeling.index();
            strengths[index] = Math.max(-1, Math.min(1, strengths[index] + strength));
            return this;
        }

        /** What was put together; nothing is added to it any more. */
        public Impulses done() {
            return new Impulses(strengths);
        }
    }

    /** With {@code strength} more of a feeling, kept in [−1, 1]. */
    public Impulses and(Feeling feeling, double strength) {
        return new Mixture(strengths.clone()).and(feeling, strength).done();
    }

    /** All of them times {@code factor}, kept in [−1, 1]: for a sleeper, or a distant friend. */
    public Impulses times(double factor) {
        Mixture scaled = new Mixture(new double[strengths.length]);
        for (Feeling feeling : ALL) {
            scaled.and(feeling, of(feeling) * factor);
        }
        return scaled.done();
    }

    /** In [−1, 1]. */
    public double of(Feeling feeling) {
        return strengths[feeling.index()];
    }

    /** The sum of all strengths, without their signs; compensated, so that it does not depend on their order (Kahan 1965). */
    public double intensity() {
        double sum = 0;
        double lost = 0;
        for (double strength : strengths) {
            double next = Math.abs(strength) - lost;
            double total = sum + next;
            lost = (total - sum) - next;
            sum = total;
        }
        return sum - lost;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Impulses that && Arrays.equals(strengths, that.strengths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(strengths);
    }

    @Override
    public String toString() {
        return Arrays.toString(strengths);
    }
}
