package viva.life.feeling;

import viva.life.temperament.Temperament;

/**
 * How emotions fade and how the mood follows them.
 *
 * @param halfLifeShare half-life per felt duration; 0.30: an episode counts as over at about a tenth of its peak (log2(10) ≈ 3.3)
 * @param importanceStretch how much longer a feeling lasts for an event of importance 1; 1, so twice as long (Verduyn and
 *     Lavrijsen 2015: importance is the strongest predictor of duration)
 * @param neuroticStretch how much longer negative feelings last for neuroticism 1; 0.5
 * @param moodHours time constant of the mood at neuroticism 0, world hours; 4 (Kuppens, Allen and Sheeber 2010: affect is inert
 *     over hours)
 * @param moodNeuroticism how much slower the mood is at neuroticism 1; 0.6 (the same: inertia goes with neuroticism)
 * @param gain pull of the emotions on the mood at neuroticism 0; 0.7
 * @param gainNeuroticism how much stronger that pull is at neuroticism 1; 0.6
 */
public record FeelingParameters(
        double halfLifeShare,
        double importanceStretch,
        double neuroticStretch,
        double moodHours,
        double moodNeuroticism,
        double gain,
        double gainNeuroticism) {
    public static final FeelingParameters DEFAULT = new FeelingParameters(.30, 1, .5, 4, .6, .7, .6);

    public FeelingParameters {
        if (!(halfLifeShare > 0 && moodHours > 0 && importanceStretch >= 0 && neuroticStretch >= 0)) {
            throw new IllegalArgumentException("must be > 0: half_life_share = " + halfLifeShare + ", mood_hours = "
                    + moodHours + "; must be >= 0: importance_stretch = " + importanceStretch
                    + ", neurotic_stretch = " + neuroticStretch);
        }
    }

    /** Half-life of a feeling, world hours; {@code gravity} in [0, 1] is the importance of what caused it. */
    public double halfLife(Feeling feeling, Temperament temperament, double gravity) {
        double length = halfLife(feeling.feltHours(), gravity);
        return feeling.negative() ? length * neurotic(temperament) : length;
    }

    /** Half-life of a pleasant feeling that an average person feels for {@code feltHours}, both in world hours. */
    double halfLife(double feltHours, double gravity) {
        return halfLifeShare * feltHours * (1 + importanceStretch * gravity);
    }

    /** How much longer negative feelings last. */
    double neurotic(Temperament temperament) {
        return 1 + neuroticStretch * temperament.neuroticism();
    }

    /** Time constant of the mood, world hours. */
    public double moodTime(Temperament temperament) {
        return moodHours * (1 + moodNeuroticism * temperament.neuroticism());
    }

    double gainOf(Temperament temperament) {
        return gain * (1 + gainNeuroticism * temperament.neuroticism());
    }
}
