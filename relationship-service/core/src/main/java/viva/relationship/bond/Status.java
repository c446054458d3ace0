package viva.relationship.bond;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What two avatars are to each other. */
public enum Status {
    STRANGERS,
    ACQUAINTANCES,
    FRIENDS,
    CLOSE_FRIENDS,
    BEST_FRIENDS,
    CRUSH,
    MUTUAL_CRUSH,
    DATING,
    PARTNERS,
    COMPLICATED,
    EX;

    /**
     * Reads a label.
     *
     * @throws IllegalArgumentException when there is no such status
     */
    public static Status of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** The name as it stands in JSON: lower snake case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the two are a couple. */
    public boolean isCouple() {
        return switch (this) {
            case DATING, PARTNERS -> true;
            case STRANGERS, ACQUAINTANCES, FRIENDS, CLOSE_FRIENDS, BEST_FRIENDS, CRUSH, MUTUAL_CRUSH, COMPLICATED, EX ->
                false;
        };
    }
}
