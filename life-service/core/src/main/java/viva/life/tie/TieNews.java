package viva.life.tie;

import java.util.Locale;
import java.util.Optional;
import viva.contracts.BondStatus;

/** What becomes of a bond that is worth telling, the least telling first (the order is ours): the milestones of the relationship service. */
public enum TieNews {
    BECAME_ACQUAINTANCES,
    BECAME_FRIENDS,
    MADE_UP,
    FIRST_CONFLICT,
    BECAME_CLOSE_FRIENDS,
    BECAME_BEST_FRIENDS,
    FIRST_CRUSH,
    FOUND_LOVE_RETURNED,
    STARTED_DATING,
    BROKE_UP,
    BECAME_PARTNERS;

    /** The name as it stands in JSON: lower snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a step from one status to another is told as; steps down, and what fades, are not told. */
    public static Optional<TieNews> of(BondStatus from, BondStatus to) {
        return from == to ? Optional.empty() : Optional.ofNullable(between(from, to));
    }

    private static TieNews between(BondStatus from, BondStatus to) {
        return switch (to) {
            case STRANGERS -> null;
            case ACQUAINTANCES -> from == BondStatus.STRANGERS ? BECAME_ACQUAINTANCES : null;
            case FRIENDS -> friends(from);
            case CLOSE_FRIENDS -> from == BondStatus.FRIENDS ? BECAME_CLOSE_FRIENDS : null;
            case BEST_FRIENDS -> BECAME_BEST_FRIENDS;
            case CRUSH -> from == BondStatus.MUTUAL_CRUSH ? null : FIRST_CRUSH;
            case MUTUAL_CRUSH -> FOUND_LOVE_RETURNED;
            case DATING -> from == BondStatus.COMPLICATED ? MADE_UP : STARTED_DATING;
            case PARTNERS -> BECAME_PARTNERS;
            case COMPLICATED -> FIRST_CONFLICT;
            case EX -> BROKE_UP;
        };
    }

    private static TieNews friends(BondStatus from) {
        return switch (from) {
            case ACQUAINTANCES -> BECAME_FRIENDS;
            case COMPLICATED, EX -> MADE_UP;
            case STRANGERS, FRIENDS, CLOSE_FRIENDS, BEST_FRIENDS, CRUSH, MUTUAL_CRUSH, DATING, PARTNERS -> null;
        };
    }
}
