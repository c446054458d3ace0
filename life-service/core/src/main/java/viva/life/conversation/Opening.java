package viva.life.conversation;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;

/** The place where an owner and an avatar will talk. */
public record Opening(ConversationId conversation, AvatarId avatar, AccountId owner) {}
