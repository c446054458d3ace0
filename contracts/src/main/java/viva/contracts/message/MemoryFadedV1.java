package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;

/**
 * An avatar forgot a memory. What it was is not told.
 *
 * @param kind as in {@link MemoryFormedV1}
 * @param gistKept whether its gist stays, as of a milestone
 */
@MessageType("memory.faded.v1")
public record MemoryFadedV1(AvatarId avatarId, AccountId ownerId, MessageId memoryId, String kind, boolean gistKept)
        implements Event {}
