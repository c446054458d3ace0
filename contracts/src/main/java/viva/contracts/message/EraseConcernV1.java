package viva.contracts.message;

import java.time.Instant;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;

/** The owner wants an avatar to be concerned about them no longer. {@code requestId} makes two deliveries of it one. */
@MessageType("life.erase_concern.v1")
public record EraseConcernV1(AvatarId avatarId, AccountId ownerId, MessageId requestId, Instant askedAt)
        implements LifeCommand {}
