package viva.life.feeling;

import java.util.Arrays;

/**
 * What one event stirs up: for each feeling a number in [−1, 1]. A positive one closes that share of the gap to 1, a negative one
 * takes that share away.
 */
public final class Impulses {
    /** An event that leaves nobody feeling anything. */
    public static final Impulses NONE = new Impulses(new double[Feeling.COUNT]);

    private final double[] strengths;

    private Impulses(double[] strengths) {
        this.strengths = strengths;
    }

    /** With {@code strength} more of a feeling, kept in [−1, 1]. */
    public Impulses and(Feeling feeling, double strength) {
        if (Double.isNaN(strength)) {
            throw new IllegalArgumentException("must be a number: " + feeling + " = NaN");
        }
        double[] more = strengths.clone();
        more[feeling.index()] = Math.max(-1, Math.min(1, more[feeling.index()] + strength));
        return new Impulses(more);
    }

    /** All of them times {@code factor}, kept in [−1, 1]: for a sleeper, or a distant friend. */
    public Impulses times(double factor) {
        Impulses scaled = NONE;
        for (Feeling feeling : Feeling.values()) {
            scaled = scaled.and(feeling, of(feeling) * factor);
        }
        return scaled;
    }

    /** In [−1, 1]. */
    public double of(Feeling feeling) {
        return strengths[feeling.index()];
    }

    /** The sum of all strengths, without their signs. */
    public double intensity() {
        return Arrays.stream(strengths).map(Math::abs).sum();
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
