package viva.relationship.bond;

/**
 * Decaying sums of what was good and what was bad between two avatars. Their ratio tells a bond that thrives from one that is
 * strained (Gottman 1994: five to one, and one to one).
 *
 * @param positive at least 0, as of the last contact
 * @param negative at least 0, as of the last contact
 */
public record Affect(double positive, double negative) {
    public static final Affect NONE = new Affect(0, 0);

    /** Below this much harm a bad ratio is noise: one cross word among strangers. */
    static final double LEAST_HARM = 0.15;

    public Affect {
        if (!(positive >= 0 && negative >= 0)) {
            throw new IllegalArgumentException("must not be negative: " + positive + ", " + negative);
        }
    }

    /** What is left of it after {@code hours}, and what came to it then. */
    Affect after(double hours, Affect more, BondParameters parameters) {
        double kept = StrictMath.pow(2, -hours / parameters.affectHalfLifeHours());
        return new Affect(positive * kept + more.positive(), negative * kept + more.negative());
    }

    /** More bad than good, and enough of it. */
    boolean isStrained() {
        return negative >= LEAST_HARM && positive < negative;
    }

    /** At least twice as much good as bad: well above the point at which a bond becomes strained. */
    boolean isRepaired() {
        return positive >= 2 * negative;
    }
}
