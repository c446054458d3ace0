package viva.relationship.bond;

/** How far an encounter moves one side towards the other, or away from it; each in [-1, 1]. */
record Leaning(double affection, double attraction) {
    static final Leaning NONE = new Leaning(0, 0);
}
