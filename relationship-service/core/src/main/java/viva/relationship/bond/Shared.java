package viva.relationship.bond;

import viva.contracts.UnitInterval;

/**
 * What two avatars have in common, as of their last contact.
 *
 * @param familiarity 1 − e^(−h/100) after h shared hours (after Hall 2018); fades without contact
 * @param trust starts at one half
 */
public record Shared(UnitInterval familiarity, UnitInterval trust, Affect affect) {
    public static final Shared NEW = new Shared(UnitInterval.ZERO, UnitInterval.HALF, Affect.NONE);

    /** After an encounter that came {@code hours} world hours after the last one, in a tie that was {@code tieHours} old. */
    Shared after(double hours, double tieHours, Impact impact, BondParameters parameters) {
        double faded = parameters.fading().of(familiarity.value(), hours, tieHours);
        return new Shared(
                UnitInterval.clamp(faded + impact.familiarity()),
                UnitInterval.clamp(trust.value() + impact.trust()),
                affect.after(hours, impact.affect(), parameters));
    }
}
