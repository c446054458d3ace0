package viva.matchmaker.profile;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LeftBehindV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;

/** Erases what an avatar leaves behind here, and what others left about it. Those who had heard of it are told of. */
@Singleton
class Erasure {
    private static final String ERASE = """
            with verdicts as (delete from verdict where avatar_id = :id or other_id = :id returning avatar_id, other_id),
                 couples as (delete from couple where avatar_id = :id or other_id = :id returning avatar_id, other_id),
                 news as (delete from announced where avatar_id = :id or other_id = :id returning avatar_id, other_id),
                 pairs as (select * from verdicts union all select * from couples union all select * from news)
            select distinct case avatar_id when :id then other_id else avatar_id end from pairs
            """;

    private final SessionOutbox outbox;
    private final MessageFactory messages;

    Erasure(SessionOutbox outbox, MessageFactory messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    /**
     * Needs a transaction.
     *
     * @param request the event that said that it is gone
     */
    Uni<Void> of(AvatarId id, CloudEvent<?> request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE, UUID.class)
                        .setParameter("id", id.value())
                        .getResultList())
                .chain(others -> outbox.append(left(others, id, request)));
    }

    private List<Outgoing> left(List<UUID> others, AvatarId gone, CloudEvent<?> request) {
        return others.stream()
                .map(other -> new LeftBehindV1(new AvatarId(other), gone))
                .map(left -> Outgoing.event(messages.causedBy(request, null, left)))
                .toList();
    }
}
