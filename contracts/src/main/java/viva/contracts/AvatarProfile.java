package viva.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * What others may know of an avatar, and its personality.
 *
 * @param gender free text, or null when the owner did not say
 * @param age in years, or null when the owner did not say
 * @param locale a BCP 47 tag such as {@code en} or {@code de-AT}: the language the avatar speaks
 * @param offlineOnly whether the owner wants no language model for this avatar
 * @param persona who it is in an author's words, for its own prompts and there only as data; null when nobody wrote one, at most
 *     {@value #MOST_PERSONA_CHARS} characters
 */
public record AvatarProfile(
        String name,
        String bio,
        String gender,
        Integer age,
        String locale,
        Personality personality,
        boolean offlineOnly,
        @JsonInclude(JsonInclude.Include.NON_NULL) String persona) {
    /** In Unicode code points. */
    public static final int MOST_PERSONA_CHARS = 8_000;

    public AvatarProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(personality, "personality");
        bio = bio == null ? "" : bio;
        locale = locale == null ? "en" : locale;
    }

    /** Of an avatar without a persona. */
    public AvatarProfile(
            String name,
            String bio,
            String gender,
            Integer age,
            String locale,
            Personality personality,
            boolean offlineOnly) {
        this(name, bio, gender, age, locale, personality, offlineOnly, null);
    }

    /** Of an avatar that a language model may speak for, without a persona. */
    public AvatarProfile(String name, String bio, String gender, Integer age, String locale, Personality personality) {
        this(name, bio, gender, age, locale, personality, false);
    }
}
