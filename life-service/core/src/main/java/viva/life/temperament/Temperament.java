package viva.life.temperament;

import java.util.Objects;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.Personality;
import viva.life.chance.Chance;
import viva.life.chance.Purpose;

/**
 * What a life needs of a personality: the traits as plain numbers, the chronotype and the key of its chance. Fixed at birth and
 * shared by every later state of the mind.
 *
 * @param chanceKey the key of {@link Chance}
 * @param chronotype hour of the day at which its circadian process peaks
 */
public record Temperament(
        long chanceKey,
        double openness,
        double conscientiousness,
        double extraversion,
        double agreeableness,
        double neuroticism,
        AttachmentStyle attachment,
        double chronotype) {
    /** Where the normal distribution of chronotypes is cut, in standard deviations. */
    private static final double EXTREME = 2.5;

    public Temperament {
        requireTrait("openness", openness);
        requireTrait("conscientiousness", conscientiousness);
        requireTrait("extraversion", extraversion);
        requireTrait("agreeableness", agreeableness);
        requireTrait("neuroticism", neuroticism);
        Objects.requireNonNull(attachment, "attachment");
        if (!Double.isFinite(chronotype)) {
            throw new IllegalArgumentException("must be finite: chronotype = " + chronotype);
        }
    }

    /** The temperament of an avatar in a world; {@code usual} and {@code deviation} of the chronotype are in hours. */
    public static Temperament of(
            AvatarId avatar, Personality personality, long worldSeed, double usual, double deviation) {
        Chance chance = Chance.of(worldSeed, avatar);
        double luck = chance.normal(0, Purpose.CHRONOTYPE);
        return new Temperament(
                chance.key(),
                personality.openness().value(),
                personality.conscientiousness().value(),
                personality.extraversion().value(),
                personality.agreeableness().value(),
                personality.neuroticism().value(),
                personality.attachmentStyle(),
                usual + deviation * Math.max(-EXTREME, Math.min(EXTREME, luck)));
    }

    /** The same with another hour of the day at which the circadian process peaks. */
    public Temperament withChronotype(double hour) {
        return new Temperament(
                chanceKey, openness, conscientiousness, extraversion, agreeableness, neuroticism, attachment, hour);
    }

    public Chance chance() {
        return new Chance(chanceKey);
    }

    /** Baseline pleasure, in [−1, 1]: where the mood returns to (Mehrabian 1996). */
    public double pleasure() {
        return .21 * centred(extraversion) + .59 * centred(agreeableness) + .19 * stability();
    }

    /** Mehrabian's trait is emotional stability, the opposite of neuroticism: hence the sign. */
    private double stability() {
        return -centred(neuroticism);
    }

    private static double centred(double trait) {
        return 2 * trait - 1;
    }

    private static void requireTrait(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("must be in [0,1]: " + name + " = " + value);
        }
    }
}
