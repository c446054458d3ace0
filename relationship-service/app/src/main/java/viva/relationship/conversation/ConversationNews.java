package viva.relationship.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationEndedV1;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;
import viva.platform.messaging.UnhandleableMessage;
import viva.relationship.bond.Meeting;
import viva.relationship.bond.Pair;
import viva.relationship.ledger.Conversation;
import viva.relationship.ledger.Ledger;
import viva.relationship.people.Presence;

/**
 * Learns how conversations ended and has the ledger write down what they did to bonds. Each is told once per side; the host's
 * telling counts.
 */
@Singleton
class ConversationNews implements QueueHandler<ConversationEndedV1> {
    private final Ledger ledger;
    private final Presence presence;

    ConversationNews(Ledger ledger, Presence presence) {
        this.ledger = ledger;
        this.presence = presence;
    }

    @Override
    public String queue() {
        return Topology.RELATIONSHIP_CONVERSATIONS;
    }

    @Override
    public Class<ConversationEndedV1> type() {
        return ConversationEndedV1.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<ConversationEndedV1> message) {
        ConversationEndedV1 ended = message.data();
        if (!ended.host() || ended.outcome() == null) {
            return Uni.createFrom().voidItem();
        }
        return ledger.count(read(ended, message), () -> presence.ofAll(List.of(ended.avatarId(), ended.otherId())));
    }

    private static Conversation read(ConversationEndedV1 ended, CloudEvent<?> message) {
        if (ended.otherId() == null || ended.conversationId() == null || ended.endedAt() == null) {
            throw new UnhandleableMessage("a conversation needs its other side, its id and its end: " + message.id());
        }
        try {
            Pair pair = Pair.of(ended.avatarId(), ended.otherId());
            Meeting meeting = new Meeting(pair.sideOf(ended.avatarId()), ended.outcome());
            return new Conversation(ended.conversationId(), pair, meeting, ended.endedAt(), message);
        } catch (IllegalArgumentException impossible) {
            throw new UnhandleableMessage("no such conversation can be: " + impossible.getMessage());
        }
    }
}
