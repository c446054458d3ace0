package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.CarriedMind;

/**
 * The avatar service's word on an avatar, handed to the shard that lives it.
 *
 * @param profile the profile, or null when the avatar {@code RESTS} or is {@code ERASED}
 * @param ownerId null when the avatar rests or is erased
 * @param version of the profile; an older one than the shard knows is ignored
 * @param round of the {@link AvatarDeletedV1} that this follows from; 0 for every other wish
 * @param mind with which a life begins; null for every other wish, and when it begins as every life does
 */
@MessageType("life.lifecycle.v1")
public record LifecycleV1(
        AvatarId avatarId,
        AccountId ownerId,
        Wish wish,
        long version,
        AvatarProfile profile,
        int round,
        @JsonInclude(JsonInclude.Include.NON_NULL) CarriedMind mind)
        implements LifeCommand {
    /** Anything but a later round of an erasure, or a life that begins with a mind of its own. */
    public LifecycleV1(AvatarId avatarId, AccountId ownerId, Wish wish, long version, AvatarProfile profile) {
        this(avatarId, ownerId, wish, version, profile, 0, null);
    }

    /** Whether the avatar shall live, rest or be erased. */
    public enum Wish {
        LIVES,
        RESTS,
        ERASED
    }
}
