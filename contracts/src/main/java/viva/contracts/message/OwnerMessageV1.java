package viva.contracts.message;

import java.time.Instant;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;

/** What an owner said to their avatar. {@code content} has 1 to 4,000 characters; {@code sentAt} is when the gateway took it. */
@MessageType("life.owner_message.v1")
public record OwnerMessageV1(AvatarId avatarId, AccountId ownerId, MessageId messageId, String content, Instant sentAt)
        implements LifeCommand {}
