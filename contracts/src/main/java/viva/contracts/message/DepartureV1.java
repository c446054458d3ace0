package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.WorldTime;

/**
 * Somebody leaves the life of this avatar.
 *
 * @param forGood whether they are gone for ever; otherwise they rest
 */
@MessageType("life.departure.v1")
public record DepartureV1(AvatarId avatarId, AvatarId otherId, boolean forGood, WorldTime at) implements LifeCommand {}
