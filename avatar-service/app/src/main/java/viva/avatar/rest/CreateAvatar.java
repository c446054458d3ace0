package viva.avatar.rest;

import viva.avatar.profile.PersonalityDraft;
import viva.avatar.profile.ProfileDraft;

/**
 * The body of {@code POST /avatars}.
 *
 * @param personality left out: drawn at random
 */
public record CreateAvatar(
        String name, String bio, String gender, Integer age, String locale, PersonalityDraft personality) {
    ProfileDraft draft() {
        return new ProfileDraft(name, bio, gender, age, locale, personality);
    }
}
