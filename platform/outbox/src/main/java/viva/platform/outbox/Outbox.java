package viva.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import viva.contracts.ShardId;
import viva.platform.columns.Columns;
import viva.platform.messaging.Outgoing;

/**
 * Writes what shall be said into the transaction of the change it speaks of, so that both happen or neither. The relay publishes
 * it after the commit, in the order of writing, at least once.
 */
@Singleton
public class Outbox {
    private static final Columns<Outgoing> COLUMNS = new Columns<Outgoing>()
            .uuid("message_id", message -> UUID.fromString(message.messageId()))
            .text("exchange", Outgoing::exchange)
            .text("routing_key", Outgoing::routingKey)
            .text("body", Outgoing::body)
            .timestamptz("expires_at", Outgoing::expiresAt);
    static final String INSERT = COLUMNS.insertInto("outbox", "shard");

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
        return COLUMNS.execute(tx, INSERT, messages, shard);
    }

    /** Tells the relay that there may be something new; without it the relay looks within its polling interval. */
    public void committed() {
        relay.wake();
    }
}
