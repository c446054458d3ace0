package viva.relationship.bond;

import viva.contracts.UnitInterval;

/** What one side feels about the other, each in [0, 1]. They follow the bond's numbers slowly, one encounter at a time. */
public record Feelings(
        UnitInterval feelsUnderstood,
        UnitInterval wantsMoreTime,
        UnitInterval romanticInterest,
        UnitInterval jealousy,
        UnitInterval admiration,
        UnitInterval comfortLevel,
        UnitInterval excitementToSee,
        UnitInterval thinksAboutOften) {
    /** How far of the way to their target the feelings move in one encounter; this model's own choice. */
    static final double PACE = 0.3;

    public static final Feelings NONE = new Feelings(
            UnitInterval.ZERO,
            UnitInterval.ZERO,
            UnitInterval.ZERO,
            UnitInterval.ZERO,
            UnitInterval.ZERO,
            UnitInterval.ZERO,
            UnitInterval.ZERO,
            UnitInterval.ZERO);

    /** The feelings after an encounter in which the bond's numbers became these, as one side has them. */
    Feelings after(double familiarity, double trust, double affection, double attraction) {
        return new Feelings(
                toward(feelsUnderstood, (familiarity + trust) / 2),
                toward(wantsMoreTime, 0.6 * affection + 0.4 * attraction),
                toward(romanticInterest, attraction),
                toward(jealousy, attraction * (1 - trust)),
                toward(admiration, (affection + trust) / 2),
                toward(comfortLevel, trust * (0.5 + 0.5 * familiarity)),
                toward(excitementToSee, (affection + attraction) / 2),
                toward(thinksAboutOften, Math.max(affection, attraction)));
    }

    private static UnitInterval toward(UnitInterval now, double target) {
        return UnitInterval.clamp(now.value() + PACE * (target - now.value()));
    }
}
