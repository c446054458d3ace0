package viva.relationship.bond;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import viva.contracts.BondStatus;

/** Something in a bond worth remembering. A bond reaches each of them at most once. */
public enum Milestone {
    BECAME_ACQUAINTANCES,
    BECAME_FRIENDS,
    BECAME_CLOSE_FRIENDS,
    BECAME_BEST_FRIENDS,
    FIRST_CRUSH,
    FOUND_LOVE_RETURNED,
    STARTED_DATING,
    BECAME_PARTNERS,
    FIRST_CONFLICT,
    MADE_UP,
    BROKE_UP;

    /**
     * Reads a label.
     *
     * @throws IllegalArgumentException when there is no such milestone
     */
    public static Milestone of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** The name as it stands in JSON: lower snake case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a step from one status to another means, if anything; steps down and fadings mean nothing. */
    public static Optional<Milestone> of(BondStatus from, BondStatus to) {
        return Optional.ofNullable(
                switch (to) {
                    case STRANGERS -> null;
                    case ACQUAINTANCES -> from == BondStatus.STRANGERS ? BECAME_ACQUAINTANCES : null;
                    case FRIENDS ->
                        switch (from) {
                            case ACQUAINTANCES -> BECAME_FRIENDS;
                            case COMPLICATED, EX -> MADE_UP;
                            case STRANGERS,
                                    FRIENDS,
                                    CLOSE_FRIENDS,
                                    BEST_FRIENDS,
                                    CRUSH,
                                    MUTUAL_CRUSH,
                                    DATING,
                                    PARTNERS -> null;
                        };
                    case CLOSE_FRIENDS -> from == BondStatus.FRIENDS ? BECAME_CLOSE_FRIENDS : null;
                    case BEST_FRIENDS -> BECAME_BEST_FRIENDS;
                    case CRUSH -> from == BondStatus.MUTUAL_CRUSH ? null : FIRST_CRUSH;
                    case MUTUAL_CRUSH -> FOUND_LOVE_RETURNED;
                    case DATING -> from == BondStatus.COMPLICATED ? MADE_UP : STARTED_DATING;
                    case PARTNERS -> BECAME_PARTNERS;
                    case COMPLICATED -> FIRST_CONFLICT;
                    case EX -> BROKE_UP;
                });
    }
}
