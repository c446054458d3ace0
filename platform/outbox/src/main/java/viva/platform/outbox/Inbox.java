package viva.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import viva.contracts.ShardId;

/**
 * Remembers which messages were handled, in the transaction of the handling, for {@link OutboxConfig#inboxRetention}. The rows lie in
 * slots by the time of their handling, and a message may come again in another slot: so all slots are looked at before it counts as new,
 * and nobody else may look for the same message meanwhile.
 */
@Singleton
public class Inbox {
    /** How many slots the time of the retention is cut into. There are three more: one in use, one just over, one about to be used. */
    private static final int SLOTS_REMEMBERED = 5;

    private static final double MILLIS = 1_000;
    private static final int NO_SHARD = 0;

    /** The lock of one message of one consumer ends with the transaction; two that share a key by chance wait for each other. */
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))";

    private static final String SLOT = "(floor(extract(epoch from now()) / $4::float8)::bigint % 8)::smallint";

    /** The limit keeps the look at the slots a look at their indexes, one message after the other, whatever the tables' statistics say. */
    private static final String UNKNOWN =
            "(select 1 from inbox i where i.shard = $1::smallint and i.consumer = $2::text "
                    + "and i.message_id = m limit 1) is null";

    private static final String INSERT = "insert into inbox (shard, consumer, message_id, slot) "
            + "select $1::smallint, $2::text, m, " + SLOT + " from unnest($3::uuid[]) as t (m) where " + UNKNOWN
            + " on conflict do nothing returning message_id";

    private final double slotSeconds;

    public Inbox(OutboxConfig config) {
        slotSeconds = slotSeconds(config.inboxRetention());
    }

    static double slotSeconds(Duration retention) {
        return Math.max(1, retention.toMillis() / SLOTS_REMEMBERED) / MILLIS;
    }

    /** How long each slot is in use, in seconds. */
    public double slotSeconds() {
        return slotSeconds;
    }

    /** What nobody else may be looking for: the key of an advisory lock is made of it. */
    public static String lockOf(String consumer, UUID messageId) {
        return "inbox " + consumer + " " + messageId;
    }

    /**
     * Whether {@code consumer} meets this message for the first time; from now on, unless the transaction fails, it does not.
     */
    public Uni<Boolean> isNew(SqlClient tx, String consumer, UUID messageId) {
        return tx.preparedQuery(ALONE)
                .execute(Tuple.of(lockOf(consumer, messageId)))
                .chain(() -> insert(tx, NO_SHARD, consumer, List.of(messageId)))
                .map(fresh -> !fresh.isEmpty());
    }

    /**
     * Those of {@code messageIds} that come to a shard for the first time; from now on, unless the transaction fails, they do not. No other
     * transaction of the shard may be under way.
     */
    public Uni<Set<UUID>> firstTimers(SqlClient tx, ShardId shard, List<UUID> messageIds) {
        return messageIds.isEmpty() ? Uni.createFrom().item(Set.of()) : insert(tx, shard.value(), "shard", messageIds);
    }

    private Uni<Set<UUID>> insert(SqlClient tx, int shard, String consumer, List<UUID> messageIds) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(shard, consumer, messageIds.toArray(UUID[]::new), slotSeconds))
                .map(rows -> {
                    Set<UUID> fresh = new HashSet<>();
                    for (Row row : rows) {
                        fresh.add(row.getUUID(0));
                    }
                    return fresh;
                });
    }
}
