package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/** An avatar keeps something in memory; {@code content} is in its own words. */
@MessageType("memory.formed.v1")
public record MemoryFormedV1(
        AvatarId avatarId,
        AccountId ownerId,
        MessageId memoryId,
        String kind,
        String content,
        double importance,
        WorldTime occurredAt)
        implements Event {}
