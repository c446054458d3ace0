package viva.life.shard;

import java.util.UUID;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Message;
import viva.life.decision.Envelopes;
import viva.life.decision.Posting;
import viva.life.decision.Posting.Recipient;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.Topology;

/** Decisions' messages on their way to the broker. */
final class Postings {
    private Postings() {}

    /** Envelopes of this service. */
    static Envelopes envelopes(MessageFactory messages) {
        return new Envelopes() {
            @Override
            public <T extends Message> CloudEvent<T> first(UUID id, WorldTime at, T data) {
                return messages.first(id, at, data);
            }

            @Override
            public <T extends Message> CloudEvent<T> causedBy(CloudEvent<?> cause, UUID id, WorldTime at, T data) {
                return messages.causedBy(cause, id, at, data);
            }
        };
    }

    static Outgoing outgoing(Posting posting) {
        return switch (posting) {
            case Posting.Published published -> Outgoing.event(published.event());
            case Posting.ToAvatar toAvatar -> Outgoing.toAvatar(toAvatar.command());
            case Posting.ToRecipient toRecipient ->
                Outgoing.command(toRecipient.command(), queue(toRecipient.recipient()))
                        .until(toRecipient.expiresAt());
        };
    }

    private static String queue(Recipient recipient) {
        return switch (recipient) {
            case LLM_INTERACTIVE -> Topology.LLM_INTERACTIVE;
            case LLM_CONVERSATION -> Topology.LLM_CONVERSATION;
            case LLM_BACKGROUND -> Topology.LLM_BACKGROUND;
            case AVATAR_MEMORIES -> Topology.AVATAR_MEMORIES;
        };
    }
}
