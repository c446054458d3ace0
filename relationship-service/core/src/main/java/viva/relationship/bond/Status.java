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
