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
    Avatar changed(Details details, boolean nowActive, boolean offlineOnly, Instant at) {
        AvatarProfile changed = details.with(profile.personality(), offlineOnly);
        if (nowActive == active && changed.equals(profile)) {
            return this;
        }
        return new Avatar(id, owner, changed, nowActive, version + 1, createdAt, at);
    }
}
