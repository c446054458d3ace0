package viva.contracts.message;

import java.time.Instant;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;

/** The owner asks what an avatar thinks right now. {@code requestId} makes two deliveries of it one. */
@MessageType("life.trigger_thought.v1")
public record TriggerThoughtV1(AvatarId avatarId, AccountId ownerId, MessageId requestId, Instant askedAt)
        implements LifeCommand {}
