package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.CarriedMind;

/**
 * An owner made an avatar; its life begins.
 *
 * @param mind how its life begins when the avatar was imported with a mind; null when it begins as every life does
 */
@MessageType("avatar.created.v1")
public record AvatarCreatedV1(
        AvatarId avatarId,
        AccountId ownerId,
        long version,
        AvatarProfile profile,
        @JsonInclude(JsonInclude.Include.NON_NULL) CarriedMind mind)
        implements AvatarEvent {
    /** Of an avatar that begins as every life does. */
    public AvatarCreatedV1(AvatarId avatarId, AccountId ownerId, long version, AvatarProfile profile) {
        this(avatarId, ownerId, version, profile, null);
    }
}
