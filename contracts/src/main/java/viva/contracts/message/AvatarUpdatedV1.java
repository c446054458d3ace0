package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;

/** The profile changed; {@code profile} is the whole new one. The personality in it is the one of the creation. */
@MessageType("avatar.updated.v1")
public record AvatarUpdatedV1(AvatarId avatarId, AccountId ownerId, long version, AvatarProfile profile)
        implements AvatarEvent {}
