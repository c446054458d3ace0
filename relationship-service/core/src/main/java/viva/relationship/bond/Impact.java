package viva.relationship.bond;

/**
 * What an encounter does to a bond, to both sides at once: familiarity and trust change for the pair, a {@link Leaning} for each
 * side.
 *
 * @param familiarity in [-1, 1], added to what was left of it
 * @param trust in [-1, 1]
 * @param affect what was good in it and what was bad
 */
record Impact(double familiarity, double trust, Leaning first, Leaning second, Affect affect) {

    /** As one side tells it; nobody knows what it was for the other. */
    static Impact told(Side side, Deltas deltas) {
        Leaning own = new Leaning(deltas.affection(), deltas.attraction());
        return new Impact(
                deltas.familiarity(),
                deltas.trust(),
                side == Side.FIRST ? own : Leaning.NONE,
                side == Side.FIRST ? Leaning.NONE : own,
                new Affect(deltas.positive(), deltas.negative()));
    }
}
