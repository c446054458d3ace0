package viva.contracts;

import java.util.Objects;

/**
 * What others may know of an avatar, and its personality.
 *
 * @param gender free text, or null when the owner did not say
 * @param age in years, or null when the owner did not say
 * @param locale a BCP 47 tag such as {@code en} or {@code de-AT}: the language the avatar speaks
 */
public record AvatarProfile(
        String name, String bio, String gender, Integer age, String locale, Personality personality) {
    public AvatarProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(personality, "personality");
        bio = bio == null ? "" : bio;
        locale = locale == null ? "en" : locale;
    }
}
