package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;

/**
 * A conversation is over before its time, or never began: the other side is gone, waited no longer, or an owner ended it.
 */
@MessageType("life.conversation_cut.v1")
public record ConversationCutV1(
        AvatarId avatarId, AvatarId otherId, ConversationId conversationId, EndReason reason, WorldTime at)
        implements LifeCommand {}
