package viva.relationship.bond;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import viva.contracts.BondStatus;

/** What two avatars decide, as opposed to what comes over them. */
public enum TurningPoint {
    /** One asked the other out, and the other said yes. */
    YES_TO_DATING,
    /** One of a couple ended it. */
    BREAK_UP;

    /** The name as it stands in JSON: lower snake case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it leads from a status, or nothing when there is no such step from there. */
    Optional<BondStatus> from(BondStatus status) {
        return switch (this) {
            case YES_TO_DATING ->
                switch (status) {
                    case MUTUAL_CRUSH, COMPLICATED -> Optional.of(BondStatus.DATING);
                    case STRANGERS, ACQUAINTANCES, FRIENDS, CLOSE_FRIENDS, BEST_FRIENDS, CRUSH, DATING, PARTNERS, EX ->
                        Optional.empty();
                };
            case BREAK_UP -> status.isCouple() ? Optional.of(BondStatus.EX) : Optional.empty();
        };
    }
}
