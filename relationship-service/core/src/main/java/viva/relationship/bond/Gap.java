package viva.relationship.bond;

/** Two thresholds for one edge, so that a number that trembles around one of them does not make the status flap. */
public record Gap(double low, double high) {
    public Gap {
        if (!(low < high)) {
            throw new IllegalArgumentException("must be low < high: " + low + ", " + high);
        }
    }

    boolean isReachedBy(double value) {
        return value >= high;
    }

    boolean isLostBy(double value) {
        return value < low;
    }
}
