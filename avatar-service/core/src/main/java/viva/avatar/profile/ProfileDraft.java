package viva.avatar.profile;

/**
 * What an owner wrote about an avatar, unchecked: any part may be missing or nonsense.
 *
 * @param personality null when the owner leaves it to chance
 * @param persona null when there is none
 */
public record ProfileDraft(
        String name,
        String bio,
        String gender,
        Integer age,
        String locale,
        PersonalityDraft personality,
        String persona) {}
