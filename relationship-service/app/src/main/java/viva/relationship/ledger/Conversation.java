package viva.relationship.ledger;

import viva.contracts.ConversationId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.relationship.bond.Meeting;
import viva.relationship.bond.Pair;

/**
 * Two avatars talked.
 *
 * @param id when it is told twice, it counts once
 * @param endedAt when, by the world's clock
 * @param news the message that told of it
 */
public record Conversation(ConversationId id, Pair pair, Meeting meeting, WorldTime endedAt, CloudEvent<?> news) {}
