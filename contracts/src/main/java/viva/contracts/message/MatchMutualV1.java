package viva.contracts.message;

import viva.contracts.AvatarId;

/** Both sides liked each other. Said once for each side. */
@MessageType("match.mutual.v1")
public record MatchMutualV1(AvatarId avatarId, AvatarId otherId) implements Event {}
