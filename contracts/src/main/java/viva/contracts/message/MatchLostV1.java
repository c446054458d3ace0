package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.DepartureReason;

/**
 * Somebody whom the matchmaker told this avatar of is not to be met any more.
 *
 * @param reason {@link DepartureReason#GONE} or {@link DepartureReason#RESTING}
 */
@MessageType("match.lost.v1")
public record MatchLostV1(AvatarId avatarId, AvatarId otherId, DepartureReason reason) implements Event {}
