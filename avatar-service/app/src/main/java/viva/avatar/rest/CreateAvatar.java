package viva.avatar.rest;

import java.util.UUID;
import viva.avatar.profile.PersonalityDraft;
import viva.avatar.profile.ProfileDraft;

/**
 * The body of {@code POST /avatars}.
 *
 * @param personality left out: drawn at random
 * @param clientId the owner's own id of this wish: the same one again means the same avatar; may be left out
 * @param persona who it is in an author's words, for its own prompts; may be left out
 */
public record CreateAvatar(
        String name,
        String bio,
        String gender,
        Integer age,
        String locale,
        PersonalityDraft personality,
        UUID clientId,
        String persona) {
    ProfileDraft draft() {
        return new ProfileDraft(name, bio, gender, age, locale, personality, persona);
    }
}
