package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.WorldTime;

/**
 * A block begins or ends, handed to the shard of one side.
 *
 * @param own whether it is the block of {@code avatarId}'s own owner
 * @param blocked whether it stands from now on
 */
@MessageType("life.block.v1")
public record BlockV1(AvatarId avatarId, AvatarId otherId, boolean own, boolean blocked, WorldTime at)
        implements LifeCommand {}
