package viva.avatar.personality;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import viva.contracts.AttachmentStyle;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;

/**
 * Draws who an avatar is. The same generator in the same state gives the same personality. Traits are uniform; neuroticism is
 * multiplied by {@value #NEUROTICISM_SCALE}, so that a random world is a rather stable one. Attachment styles are weighted as
 * adults are (about half of them secure; Hazan and Shaver 1987, with the avoidant ones split as Bartholomew and Horowitz 1991 do).
 */
public final class RandomPersonality {
    public static final double NEUROTICISM_SCALE = 0.7;
    public static final int LEAST_INTERESTS = 3;
    public static final int MOST_INTERESTS = 6;
    public static final int LEAST_VALUES = 2;
    public static final int MOST_VALUES = 4;

    private RandomPersonality() {}

    public static Personality draw(RandomGenerator chance, Catalogue catalogue) {
        return new Personality(
                new UnitInterval(chance.nextDouble()),
                new UnitInterval(chance.nextDouble()),
                new UnitInterval(chance.nextDouble()),
                new UnitInterval(chance.nextDouble()),
                new UnitInterval(NEUROTICISM_SCALE * chance.nextDouble()),
                oneOf(HumorStyle.values(), chance),
                oneOf(LoveLanguage.values(), chance),
                attachment(chance.nextDouble()),
                someOf(catalogue.interests(), LEAST_INTERESTS, MOST_INTERESTS, chance),
                someOf(catalogue.values(), LEAST_VALUES, MOST_VALUES, chance));
    }

    private static AttachmentStyle attachment(double u) {
        if (u < 0.5) {
            return AttachmentStyle.SECURE;
        }
        if (u < 0.7) {
            return AttachmentStyle.ANXIOUS;
        }
        return u < 0.9 ? AttachmentStyle.AVOIDANT : AttachmentStyle.FEARFUL;
    }

    private static <T> T oneOf(T[] options, RandomGenerator chance) {
        return options[chance.nextInt(options.length)];
    }

    private static List<String> someOf(List<String> words, int least, int most, RandomGenerator chance) {
        List<String> left = new ArrayList<>(words);
        int count = Math.min(left.size(), chance.nextInt(least, most + 1));
        List<String> picked = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            picked.add(left.remove(chance.nextInt(left.size())));
        }
        return picked;
    }
}
