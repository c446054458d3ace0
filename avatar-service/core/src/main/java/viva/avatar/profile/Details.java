package viva.avatar.profile;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import viva.contracts.AvatarProfile;
import viva.contracts.Personality;

/**
 * The part of a profile that an owner may change at any time, in its normal form.
 *
 * @param gender null when not said
 * @param age in years, or null when not said
 * @param persona null when there is none
 */
public record Details(String name, String bio, String gender, Integer age, String locale, String persona) {
    public static Details of(AvatarProfile profile) {
        return new Details(
                profile.name(), profile.bio(), profile.gender(), profile.age(), profile.locale(), profile.persona());
    }

    public AvatarProfile with(Personality personality) {
        return with(personality, false);
    }

    /** With what an owner decides beside them: whether no language model is wanted for the avatar. */
    public AvatarProfile with(Personality personality, boolean offlineOnly) {
        return new AvatarProfile(name, bio, gender, age, locale, personality, offlineOnly, persona);
    }

    /** Checks what an owner wrote; a bio that is missing is empty, a locale that is missing is English. */
    public static Checked<Details> check(
            String name, String bio, String gender, Integer age, String locale, String persona) {
        List<Rejection> rejections = new ArrayList<>();
        Details details = new Details(
                name(name, rejections),
                PlainText.paragraphs("bio", ProfileLimits.BIO)
                        .read(bio, rejections)
                        .orElse(""),
                PlainText.line("gender", ProfileLimits.GENDER)
                        .read(gender, rejections)
                        .orElse(null),
                age(age, rejections),
                locale(locale, rejections),
                persona(persona, rejections));
        return Checked.of(details, rejections);
    }

    private static String name(String raw, List<Rejection> rejections) {
        int before = rejections.size();
        Optional<String> name = PlainText.line("name", ProfileLimits.NAME).read(raw, rejections);
        if (name.isEmpty() && rejections.size() == before) {
            rejections.add(new Rejection.Missing("name"));
        }
        return name.orElse("");
    }

    private static Integer age(Integer years, List<Rejection> rejections) {
        if (years != null && (years < ProfileLimits.YOUNGEST || years > ProfileLimits.OLDEST)) {
            rejections.add(new Rejection.OutOfRange("age", ProfileLimits.YOUNGEST, ProfileLimits.OLDEST, years));
        }
        return years;
    }

    private static String persona(String raw, List<Rejection> rejections) {
        String persona = PlainText.paragraphs("persona", ProfileLimits.PERSONA)
                .read(raw, rejections)
                .orElse(null);
        if (persona != null) {
            StatedAge.of(persona).minor().ifPresent(quote -> rejections.add(new Rejection.Minor("persona", quote)));
        }
        return persona;
    }

    private static String locale(String raw, List<Rejection> rejections) {
        Optional<String> tag = PlainText.line("locale", ProfileLimits.LOCALE).read(raw, rejections);
        if (tag.isEmpty()) {
            return ProfileLimits.DEFAULT_LOCALE;
        }
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(tag.orElseThrow()).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // the same refusal as for a tag without a language, below
        }
        rejections.add(new Rejection.NotALocale("locale", tag.orElseThrow()));
        return ProfileLimits.DEFAULT_LOCALE;
    }
}
