package viva.avatar.rest;

import java.time.Instant;
import viva.avatar.registry.Avatar;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.Personality;

/**
 * An avatar as its owner sees it.
 *
 * @param persona who it is in an author's words; null when there is none
 * @param modelAllowed whether a language model may speak for it and read what is said to it
 */
public record AvatarView(
        AvatarId id,
        AccountId ownerId,
        String name,
        String bio,
        String gender,
        Integer age,
        String locale,
        String persona,
        Personality personality,
        boolean active,
        boolean modelAllowed,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static AvatarView of(Avatar avatar) {
        AvatarProfile profile = avatar.profile();
        return new AvatarView(
                avatar.id(),
                avatar.owner(),
                profile.name(),
                profile.bio(),
                profile.gender(),
                profile.age(),
                profile.locale(),
                profile.persona(),
                profile.personality(),
                avatar.active(),
                !profile.offlineOnly(),
                avatar.version(),
                avatar.createdAt(),
                avatar.updatedAt());
    }
}
