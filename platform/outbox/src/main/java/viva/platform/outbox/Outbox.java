package viva.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import viva.contracts.ShardId;
import viva.platform.messaging.Outgoing;

/**
 * Writes what shall be said into the transaction of the change it speaks of, so that both happen or neither. The relay publishes
 * it after the commit, in the order of writing, at least once.
 */
@Singleton
public class Outbox {
    static final String INSERT = "insert into outbox (shard, message_id, exchange, routing_key, body, expires_at) "
            + "select $1, m, e, k, b, x from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]) "
            + "with ordinality as t(m, e, k, b, x, n) order by n";

    private static final int NO_SHARD = 0;

    private final OutboxRelay relay;

    Outbox(OutboxRelay relay) {
        this.relay = relay;
    }

    /** Adds messages to the transaction of {@code tx}. Call {@link #committed()} after the commit. */
    public Uni<Void> append(SqlClient tx, List<Outgoing> messages) {
        return append(tx, NO_SHARD, messages);
    }

    /** As {@link #append(SqlClient, List)}, in the rows of a shard. */
    public Uni<Void> append(SqlClient tx, ShardId shard, List<Outgoing> messages) {
        return append(tx, shard.value(), messages);
    }

    private static Uni<Void> append(SqlClient tx, int shard, List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple row = Tuple.tuple()
                .addInteger(shard)
                .addArrayOfUUID(messages.stream()
                        .map(m -> UUID.fromString(m.messageId()))
                        .toArray(UUID[]::new))
                .addArrayOfString(messages.stream().map(Outgoing::exchange).toArray(String[]::new))
                .addArrayOfString(messages.stream().map(Outgoing::routingKey).toArray(String[]::new))
                .addArrayOfString(messages.stream().map(Outgoing::body).toArray(String[]::new))
                .addArrayOfOffsetDateTime(messages.stream()
                        .map(m -> m.expiresAt() == null ? null : m.expiresAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return tx.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    /** Tells the relay that there may be something new; without it the relay looks within its polling interval. */
    public void committed() {
        relay.wake();
    }
}
