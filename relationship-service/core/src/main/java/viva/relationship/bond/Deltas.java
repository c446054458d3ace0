package viva.relationship.bond;

/**
 * What one encounter changes, each in [-1, 1]: familiarity and trust are the pair's, affection and attraction those of the side
 * that the encounter is told from.
 */
public record Deltas(double familiarity, double trust, double affection, double attraction) {

    public Deltas {
        require("familiarity", familiarity);
        require("trust", trust);
        require("affection", affection);
        require("attraction", attraction);
    }

    /** Whether a change may be asked for: a number in [-1, 1], not NaN. */
    public static boolean isLegal(double delta) {
        return delta >= -1 && delta <= 1;
    }

    /** The sum of what warmed the bond. */
    double positive() {
        return Math.max(trust, 0) + Math.max(affection, 0);
    }

    /** The sum of what hurt it, as a positive number. */
    double negative() {
        return Math.max(-trust, 0) + Math.max(-affection, 0);
    }

    private static void require(String name, double delta) {
        if (!isLegal(delta)) {
            throw new IllegalArgumentException("must be in [-1,1]: " + name + " = " + delta);
        }
    }
}
