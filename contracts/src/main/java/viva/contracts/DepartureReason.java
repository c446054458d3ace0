package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why another avatar leaves an avatar's life. */
public enum DepartureReason {
    /** The other one was erased. */
    GONE,
    /** The other one rests, and may come back. */
    RESTING,
    /** There is nothing between the two any more, for a reason that this side is not told. */
    PARTED,
    /** The owner of this side blocked the other one. */
    BLOCKED;

    /** Reads a label; one of another release, which is unknown here, comes to {@link #PARTED}. */
    @JsonCreator
    public static DepartureReason of(String label) {
        return Arrays.stream(values())
                .filter(reason -> reason.label().equals(label))
                .findFirst()
                .orElse(PARTED);
    }

    /** The name as it stands in JSON: lower snake case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
