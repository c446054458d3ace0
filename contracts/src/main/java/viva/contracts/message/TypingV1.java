package viva.contracts.message;

import viva.contracts.AvatarId;

/** The avatar began to answer its owner. */
@MessageType("live.typing.v1")
public record TypingV1(AvatarId avatarId) implements LiveFrame {}
