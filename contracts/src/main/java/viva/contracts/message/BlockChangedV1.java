package viva.contracts.message;

import viva.contracts.AvatarId;

/**
 * An owner blocked somebody for their avatar, or took that back. Said once for each side; while a block of either side stands, there is
 * nothing between the two. Taking it back restores nothing by itself.
 *
 * @param own whether it is the block of {@code avatarId}'s own owner
 * @param blocked whether it stands from now on
 */
@MessageType("block.changed.v1")
public record BlockChangedV1(AvatarId avatarId, AvatarId otherId, boolean own, boolean blocked) implements Event {}
