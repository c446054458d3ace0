package viva.contracts.message;

import java.time.Instant;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;

/** The owner asks an avatar to talk with another one. {@code conversationId} is the one they will have if both take part. */
@MessageType("life.start_conversation.v1")
public record StartConversationV1(
        AvatarId avatarId, AccountId ownerId, ConversationId conversationId, AvatarId otherId, Instant askedAt)
        implements LifeCommand {}
