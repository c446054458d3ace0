package viva.contracts;

import java.util.List;
import java.util.Objects;

/**
 * Who an avatar is, fixed at its creation: the Big Five traits, each in [0, 1] (Costa and McCrae 1992), how it jokes, loves and
 * attaches, and what it cares about. {@code neuroticism} is the opposite of emotional stability.
 *
 * @param interests at most {@value #MAX_TAGS} short words; order carries no meaning
 * @param values at most {@value #MAX_TAGS} short words; order carries no meaning
 */
public record Personality(
        UnitInterval openness,
        UnitInterval conscientiousness,
        UnitInterval extraversion,
        UnitInterval agreeableness,
        UnitInterval neuroticism,
        HumorStyle humorStyle,
        LoveLanguage loveLanguage,
        AttachmentStyle attachmentStyle,
        List<String> interests,
        List<String> values) {
    public static final int MAX_TAGS = 20;

    public Personality {
        Objects.requireNonNull(openness, "openness");
        Objects.requireNonNull(conscientiousness, "conscientiousness");
        Objects.requireNonNull(extraversion, "extraversion");
        Objects.requireNonNull(agreeableness, "agreeableness");
        Objects.requireNonNull(neuroticism, "neuroticism");
        Objects.requireNonNull(humorStyle, "humor_style");
        Objects.requireNonNull(loveLanguage, "love_language");
        Objects.requireNonNull(attachmentStyle, "attachment_style");
        interests = limited("interests", interests);
        values = limited("values", values);
    }

    private static List<String> limited(String name, List<String> tags) {
        List<String> copy = tags == null ? List.of() : List.copyOf(tags);
        if (copy.size() > MAX_TAGS) {
            throw new IllegalArgumentException("at most " + MAX_TAGS + " " + name + ": got " + copy.size());
        }
        return copy;
    }
}
