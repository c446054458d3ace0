package viva.contracts.message;

import viva.contracts.AvatarId;

/** The avatar rests: it is offered to nobody and does not live on until it is updated again. */
@MessageType("avatar.deactivated.v1")
public record AvatarDeactivatedV1(AvatarId avatarId, long version) implements AvatarEvent {}
