package viva.contracts.message;

import viva.contracts.AvatarId;

/**
 * An avatar that this one knew, or had heard of, was erased: the mind of this one forgets who that was.
 *
 * @param avatarId who stays
 * @param goneId who was erased
 */
@MessageType("erasure.left.v1")
public record LeftBehindV1(AvatarId avatarId, AvatarId goneId) implements Event {}
