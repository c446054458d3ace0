package viva.contracts.message;

import viva.contracts.AvatarId;

/** The gateway's timeline of an avatar is erased: gateways close the channels on it. One that is lost is made good by the next round. */
@MessageType("live.erased.v1")
public record AvatarErasedV1(AvatarId avatarId) implements LiveFrame {}
