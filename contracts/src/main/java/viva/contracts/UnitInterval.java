package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A number in [0, 1]. */
public record UnitInterval(@JsonValue double value) implements Comparable<UnitInterval> {
    public static final UnitInterval ZERO = new UnitInterval(0);
    public static final UnitInterval HALF = new UnitInterval(0.5);
    public static final UnitInterval ONE = new UnitInterval(1);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitInterval {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("must be in [0,1]: " + value);
        }
    }

    /** The nearest number in [0, 1]; NaN becomes 0. */
    public static UnitInterval clamp(double value) {
        return new UnitInterval(value >= 1 ? 1 : value > 0 ? value : 0);
    }

    @Override
    public int compareTo(UnitInterval other) {
        return Double.compare(value, other.value);
    }
}
