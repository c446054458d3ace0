package viva.matchmaker.lifecycle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.DepartureReason;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LeftBehindV1;
import viva.matchmaker.match.LostMatches;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;

/**
 * Erases what an avatar leaves behind here, and what others left about it. Those who were told of a match learn that it is no more, and
 * all who had heard of the avatar are told of.
 */
@Singleton
class Erasure {
    /** Answers the others, and of each whether a match or a block tells it of the avatar. */
    private static final String ERASE = """
            with verdicts as (
                   delete from verdict where avatar_id = :id or other_id = :id returning kind, avatar_id, other_id),
                 couples as (delete from couple where avatar_id = :id or other_id = :id returning avatar_id, other_id),
                 found as (delete from found_by_others where avatar_id = :id),
                 news as (
                   delete from announced where avatar_id = :id or other_id = :id returning kind, avatar_id, other_id),
                 pairs as (
                   select avatar_id, other_id, kind = 'block' as told from verdicts
                   union all select avatar_id, other_id, false from couples
                   union all select avatar_id, other_id, kind = 'found' and other_id = :id from news)
            select case avatar_id when :id then other_id else avatar_id end as other, bool_or(told)
              from pairs group by other
            """;

    private final LostMatches lostMatches;
    private final SessionOutbox outbox;
    private final MessageFactory messages;

    Erasure(LostMatches lostMatches, SessionOutbox outbox, MessageFactory messages) {
        this.lostMatches = lostMatches;
        this.outbox = outbox;
        this.messages = messages;
    }

    private record Other(AvatarId id, boolean isTold) {}

    /**
     * Needs a transaction.
     *
     * @param request the event that said that it is gone
     */
    Uni<Void> of(AvatarId id, CloudEvent<?> request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE, Object[].class)
                        .setParameter("id", id.value())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Other(new AvatarId((UUID) row[0]), (Boolean) row[1]))
                        .toList())
                .call(others -> lostMatches.tell(told(others), id, DepartureReason.GONE))
                .chain(others -> outbox.append(left(others, id, request)));
    }

    private static List<AvatarId> told(List<Other> others) {
        return others.stream().filter(Other::isTold).map(Other::id).toList();
    }

    private List<Outgoing> left(List<Other> others, AvatarId gone, CloudEvent<?> request) {
        return others.stream()
                .map(other -> new LeftBehindV1(other.id(), gone))
                .map(left -> Outgoing.event(messages.causedBy(request, null, left)))
                .toList();
    }
}
