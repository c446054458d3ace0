package viva.relationship.bond;

import viva.contracts.UnitInterval;

/** How one side stands to the other. Nobody sees the other side's stance. */
public record Stance(UnitInterval affection, UnitInterval attraction, Feelings feelings) {
    public static final Stance NEW = new Stance(UnitInterval.ZERO, UnitInterval.ZERO, Feelings.NONE);

    Stance after(Leaning leaning, Shared shared) {
        UnitInterval warmer = UnitInterval.clamp(affection.value() + leaning.affection());
        UnitInterval drawn = UnitInterval.clamp(attraction.value() + leaning.attraction());
        return new Stance(
                warmer,
                drawn,
                feelings.after(shared.familiarity().value(), shared.trust().value(), warmer.value(), drawn.value()));
    }
}
