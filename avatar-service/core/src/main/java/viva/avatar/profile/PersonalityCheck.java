package viva.avatar.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;

/** Checks a personality: five traits in [0,1], the three styles, and two short lists of distinct words. */
public final class PersonalityCheck {
    private final List<Rejection> rejections = new ArrayList<>();

    private PersonalityCheck() {}

    /** The personality in its normal form (tags trimmed, distinct whatever their case, in the given order), or what is wrong. */
    public static Checked<Personality> check(PersonalityDraft draft) {
        return new PersonalityCheck().read(draft);
    }

    private Checked<Personality> read(PersonalityDraft draft) {
        UnitInterval openness = trait("openness", draft.openness());
        UnitInterval conscientiousness = trait("conscientiousness", draft.conscientiousness());
        UnitInterval extraversion = trait("extraversion", draft.extraversion());
        UnitInterval agreeableness = trait("agreeableness", draft.agreeableness());
        UnitInterval neuroticism = trait("neuroticism", draft.neuroticism());
        require("humor_style", draft.humorStyle());
        require("love_language", draft.loveLanguage());
        require("attachment_style", draft.attachmentStyle());
        List<String> interests = tags("interests", draft.interests());
        List<String> values = tags("values", draft.values());
        if (!rejections.isEmpty()) {
            return new Checked.Refused<>(rejections);
        }
        return new Checked.Accepted<>(new Personality(
                openness,
                conscientiousness,
                extraversion,
                agreeableness,
                neuroticism,
                draft.humorStyle(),
                draft.loveLanguage(),
                draft.attachmentStyle(),
                interests,
                values));
    }

    private UnitInterval trait(String name, Double value) {
        require(name, value);
        if (value != null && !(value >= 0 && value <= 1)) {
            rejections.add(new Rejection.OutOfRange(path(name), 0, 1, value));
        }
        return value == null ? UnitInterval.HALF : UnitInterval.clamp(value);
    }

    private void require(String name, Object value) {
        if (value == null) {
            rejections.add(new Rejection.Missing(path(name)));
        }
    }

    private List<String> tags(String name, List<String> raw) {
        if (raw == null) {
            return List.of();
        }
        if (raw.size() > ProfileLimits.TAGS) {
            rejections.add(new Rejection.TooMany(path(name), ProfileLimits.TAGS, raw.size()));
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            PlainText.line(path(name) + "[" + i + "]", ProfileLimits.TAG)
                    .read(raw.get(i), rejections)
                    .filter(tag -> seen.add(tag.toLowerCase(Locale.ROOT)))
                    .ifPresent(tags::add);
        }
        return tags;
    }

    private static String path(String name) {
        return "personality." + name;
    }
}
