package viva.contracts.message;

import java.time.Instant;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;

/** The owner asks an avatar to end a conversation; {@code conversationId} is null for whichever it is in. */
@MessageType("life.end_conversation.v1")
public record EndConversationV1(AvatarId avatarId, AccountId ownerId, ConversationId conversationId, Instant askedAt)
        implements LifeCommand {}
