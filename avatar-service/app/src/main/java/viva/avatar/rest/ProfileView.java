package viva.avatar.rest;

import java.util.List;
import viva.avatar.registry.Avatar;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;

/** An avatar as everybody sees it: without its owner, and without the numbers of its personality. */
public record ProfileView(
        AvatarId id,
        String name,
        String bio,
        String gender,
        Integer age,
        String locale,
        List<String> interests,
        List<String> values) {
    static ProfileView of(Avatar avatar) {
        AvatarProfile profile = avatar.profile();
        return new ProfileView(
                avatar.id(),
                profile.name(),
                profile.bio(),
                profile.gender(),
                profile.age(),
                profile.locale(),
                profile.personality().interests(),
                profile.personality().values());
    }
}
