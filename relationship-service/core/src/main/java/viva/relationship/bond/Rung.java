package viva.relationship.bond;

/** What it takes to climb to one degree of friendship (both) and what it takes to fall from it (either). */
public record Rung(Gap familiarity, Gap warmth) {
    boolean isReachedBy(double f, double w) {
        return familiarity.isReachedBy(f) && warmth.isReachedBy(w);
    }

    boolean isLostBy(double f, double w) {
        return familiarity.isLostBy(f) || warmth.isLostBy(w);
    }
}
