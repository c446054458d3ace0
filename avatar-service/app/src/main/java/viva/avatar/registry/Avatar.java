package viva.avatar.registry;

import java.time.Instant;
import viva.avatar.profile.Details;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;

/**
 * An avatar as it is kept.
 *
 * @param active false while it rests
 * @param version grows with every change, from 1
 */
public record Avatar(
        AvatarId id,
        AccountId owner,
        AvatarProfile profile,
        boolean active,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static Avatar created(AvatarId id, AccountId owner, AvatarProfile profile, Instant at) {
        return new Avatar(id, owner, profile, true, 1, at, at);
    }

    /** The avatar with other details; itself when nothing is different. */
    Avatar changed(Details details, boolean nowActive, Instant at) {
        if (nowActive == active && details.equals(Details.of(profile))) {
            return this;
        }
        return new Avatar(id, owner, details.with(profile.personality()), nowActive, version + 1, createdAt, at);
    }
}
