package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;

/** An owner made an avatar; its life begins. */
@MessageType("avatar.created.v1")
public record AvatarCreatedV1(AvatarId avatarId, AccountId ownerId, long version, AvatarProfile profile)
        implements AvatarEvent {}
