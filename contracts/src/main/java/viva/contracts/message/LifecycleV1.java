package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;

/**
 * The avatar service's word on an avatar, handed to the shard that lives it.
 *
 * @param profile the profile, or null when the avatar {@code RESTS} or is {@code ERASED}
 * @param ownerId null when the avatar rests or is erased
 * @param version of the profile; an older one than the shard knows is ignored
 * @param round of the {@link AvatarDeletedV1} that this follows from; 0 for every other wish
 */
@MessageType("life.lifecycle.v1")
public record LifecycleV1(
        AvatarId avatarId, AccountId ownerId, Wish wish, long version, AvatarProfile profile, int round)
        implements LifeCommand {
    /** Anything but a later round of an erasure. */
    public LifecycleV1(AvatarId avatarId, AccountId ownerId, Wish wish, long version, AvatarProfile profile) {
        this(avatarId, ownerId, wish, version, profile, 0);
    }

    /** Whether the avatar shall live, rest or be erased. */
    public enum Wish {
        LIVES,
        RESTS,
        ERASED
    }
}
