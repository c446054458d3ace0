package viva.contracts.message;

import viva.contracts.AvatarId;

/**
 * Both sides liked each other. Said once for each side.
 *
 * @param otherName null in what was said before names were told
 */
@MessageType("match.mutual.v1")
public record MatchMutualV1(AvatarId avatarId, AvatarId otherId, String otherName) implements Event {}
