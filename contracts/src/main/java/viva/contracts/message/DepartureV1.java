package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.DepartureReason;
import viva.contracts.WorldTime;

/**
 * Somebody leaves the life of this avatar.
 *
 * @param reason {@link DepartureReason#GONE}, {@link DepartureReason#PARTED} or {@link DepartureReason#RESTING}
 */
@MessageType("life.departure.v1")
public record DepartureV1(AvatarId avatarId, AvatarId otherId, DepartureReason reason, WorldTime at)
        implements LifeCommand {}
