package viva.relationship.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LeftBehindV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;

/** Erases what an avatar leaves behind here: its bonds, on both sides. Those who knew it are told of. */
@Singleton
public class Erasure {
    private final PgBonds bonds;
    private final SessionOutbox outbox;
    private final MessageFactory messages;

    Erasure(PgBonds bonds, SessionOutbox outbox, MessageFactory messages) {
        this.bonds = bonds;
        this.outbox = outbox;
        this.messages = messages;
    }

    /**
     * Needs a transaction in which the avatar itself was marked as erased already.
     *
     * @param request the event that said that it is gone
     */
    public Uni<Void> of(AvatarId avatar, CloudEvent<?> request) {
        return bonds.deleteOf(avatar).chain(others -> outbox.append(left(others, avatar, request)));
    }

    private List<Outgoing> left(List<AvatarId> others, AvatarId gone, CloudEvent<?> request) {
        return others.stream()
                .map(other -> Outgoing.event(messages.causedBy(request, null, new LeftBehindV1(other, gone))))
                .toList();
    }
}
