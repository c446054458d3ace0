package viva.contracts.message;

import viva.contracts.AvatarId;

/** An avatar shall forget who another one was, now and in its whole past: {@code goneId} was erased. */
@MessageType("life.forget.v1")
public record ForgetV1(AvatarId avatarId, AvatarId goneId) implements LifeCommand {}
