package viva.contracts.message;

import viva.contracts.AvatarId;

/** The matchmaker found a new good match for an avatar; {@code score} is the total in [0, 1]. */
@MessageType("match.found.v1")
public record MatchFoundV1(AvatarId avatarId, AvatarId otherId, double score) implements Event {}
