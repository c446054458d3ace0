package viva.contracts.message;

import viva.contracts.AvatarId;

/** The avatar is gone; every service erases what it keeps of it. */
@MessageType("avatar.deleted.v1")
public record AvatarDeletedV1(AvatarId avatarId, long version) implements AvatarEvent {}
