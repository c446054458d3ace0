package viva.contracts;

import java.util.Objects;

/**
 * What others may know of an avatar, and its personality.
 *
 * @param gender free text, or null when the owner did not say
 * @param age in years, or null when the owner did not say
 * @param locale a BCP 47 tag such as {@code en} or {@code de-AT}: the language the avatar speaks
 * @param offlineOnly whether the owner wants no language model for this avatar
 */
public record AvatarProfile(
        String name,
        String bio,
        String gender,
        Integer age,
        String locale,
        Personality personality,
        boolean offlineOnly) {
    public AvatarProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(personality, "personality");
        bio = bio == null ? "" : bio;
        locale = locale == null ? "en" : locale;
    }

    /** Of an avatar that a language model may speak for. */
    public AvatarProfile(String name, String bio, String gender, Integer age, String locale, Personality personality) {
        this(name, bio, gender, age, locale, personality, false);
    }
}
