package viva.contracts.message;

import viva.contracts.AvatarId;

/**
 * The matchmaker found a new good match for an avatar.
 *
 * @param otherName null in what was said before names were told
 * @param score the total in [0, 1]
 */
@MessageType("match.found.v1")
public record MatchFoundV1(AvatarId avatarId, AvatarId otherId, String otherName, double score) implements Event {}
