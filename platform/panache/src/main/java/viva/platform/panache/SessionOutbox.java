package viva.platform.panache;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Inbox;
import viva.platform.outbox.Outbox;

/**
 * The outbox and the inbox for work that happens in a Hibernate session: their rows belong to the session's transaction. Rows are
 * inserted by queries that return something, because Hibernate complains at the end of a session that made native updates.
 */
@Singleton
public class SessionOutbox {
    private static final String APPEND = "with added as (insert into outbox (message_id, exchange, routing_key, body) "
            + "select m, e, k, b from unnest(cast(?1 as uuid[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[])) "
            + "with ordinality as t (m, e, k, b, n) order by n returning 1) select count(*) from added";
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";
    private static final String SEEN = "insert into inbox (consumer, message_id, slot) select cast(?1 as text), "
            + "cast(?2 as uuid), cast(mod(cast(floor(extract(epoch from now()) / cast(?3 as float8)) as bigint), 8) as smallint) "
            + "where (select 1 from inbox where shard = 0 and consumer = cast(?1 as text) and message_id = cast(?2 as uuid) limit 1) "
            + "is null on conflict do nothing returning 1";

    private final Outbox outbox;
    private final Inbox inbox;

    SessionOutbox(Outbox outbox, Inbox inbox) {
        this.outbox = outbox;
        this.inbox = inbox;
    }

    /** Runs {@code work} in a transaction, and has what it appended published as soon as that is committed. */
    public <T> Uni<T> transaction(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work).invoke(outbox::committed);
    }

    /** Adds a message to the current transaction; one that never expires. */
    public Uni<Void> append(Outgoing message) {
        return append(List.of(message));
    }

    /**
     * Adds messages that never expire to the current transaction. One statement for all: before each, Hibernate looks for changes in
     * everything that the session has loaded.
     */
    public Uni<Void> append(List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        messages.forEach(SessionOutbox::refuseExpiring);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(APPEND)
                        .setParameter(1, column(messages, UUID[]::new, message -> UUID.fromString(message.messageId())))
                        .setParameter(2, column(messages, String[]::new, Outgoing::exchange))
                        .setParameter(3, column(messages, String[]::new, Outgoing::routingKey))
                        .setParameter(4, column(messages, String[]::new, Outgoing::body))
                        .getSingleResult())
                .replaceWithVoid();
    }

    private static void refuseExpiring(Outgoing message) {
        if (message.expiresAt() != null) {
            throw new IllegalArgumentException("must never expire: " + message.routingKey());
        }
    }

    private static <T> T[] column(List<Outgoing> messages, IntFunction<T[]> array, Function<Outgoing, T> value) {
        return messages.stream().map(value).toArray(array);
    }

    /**
     * Whether {@code consumer} meets this message for the first time; from now on, unless the transaction fails, it does not.
     */
    public Uni<Boolean> isNew(String consumer, UUID messageId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALONE)
                        .setParameter(1, Inbox.lockOf(consumer, messageId))
                        .getResultList()
                        .chain(() -> session.createNativeQuery(SEEN)
                                .setParameter(1, consumer)
                                .setParameter(2, messageId)
                                .setParameter(3, inbox.slotSeconds())
                                .getResultList()))
                .map(inserted -> !inserted.isEmpty());
    }
}
