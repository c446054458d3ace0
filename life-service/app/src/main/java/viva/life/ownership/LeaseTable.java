package viva.life.ownership;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import viva.contracts.ShardId;

/** The tables {@code replica} and {@code shard}. All times are the database's. */
final class LeaseTable {
    private static final String PULSE = "INSERT INTO replica (id, expires_at, leaving) "
            + "VALUES ($1, clock_timestamp() + $2 * interval '1 millisecond', $3) "
            + "ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at, leaving = excluded.leaving";
    private static final String FORGET =
            "DELETE FROM replica WHERE expires_at < clock_timestamp() - interval '1 minute'";
    private static final String REPLICAS =
            "SELECT id FROM replica WHERE expires_at > clock_timestamp() AND NOT leaving";
    private static final String SHARDS = "SELECT s.id, s.epoch, s.owner, r.expires_at > clock_timestamp() AS live "
            + "FROM shard s LEFT JOIN replica r ON r.id = s.owner ORDER BY s.id";

    /** A row that a transaction holds is skipped: it is tried again at the next pulse and keeps nobody waiting. */
    private static final String CLAIM = "WITH free AS (SELECT s.id FROM shard s "
            + "JOIN unnest($2::smallint[], $3::bigint[]) AS seen (id, epoch) ON s.id = seen.id AND s.epoch = seen.epoch "
            + "WHERE s.owner IS NULL OR s.owner = $1 OR NOT EXISTS "
            + "(SELECT 1 FROM replica r WHERE r.id = s.owner AND r.expires_at > clock_timestamp()) "
            + "ORDER BY s.id FOR NO KEY UPDATE OF s SKIP LOCKED) "
            + "UPDATE shard SET epoch = shard.epoch + 1, owner = $1, since = clock_timestamp() FROM free "
            + "WHERE shard.id = free.id "
            + "AND EXISTS (SELECT 1 FROM replica WHERE id = $1 AND expires_at > clock_timestamp()) "
            + "RETURNING shard.id, shard.epoch";

    private static final String RELEASE = "UPDATE shard SET owner = NULL, since = clock_timestamp() "
            + "FROM unnest($2::smallint[], $3::bigint[]) AS mine (id, epoch) "
            + "WHERE shard.id = mine.id AND shard.epoch = mine.epoch AND shard.owner = $1";
    private static final String DEPART = "DELETE FROM replica WHERE id = $1";

    private final Pool pool;

    LeaseTable(Pool pool) {
        this.pool = pool;
    }

    /** Says that {@code me} is alive for another {@code ttl}, and reads what everybody else said. */
    Uni<Roster> pulse(ReplicaId me, Duration ttl, boolean leaving) {
        return pool.withConnection(connection -> connection
                .preparedQuery(PULSE)
                .execute(Tuple.of(me.value(), ttl.toMillis(), leaving))
                .chain(() -> connection.query(FORGET).execute())
                .chain(() -> roster(connection)));
    }

    private static Uni<Roster> roster(SqlClient connection) {
        return connection
                .query(REPLICAS)
                .execute()
                .chain(replicas ->
                        connection.query(SHARDS).execute().map(shards -> new Roster(ids(replicas), holdings(shards))));
    }

    private static Set<ReplicaId> ids(RowSet<Row> rows) {
        Set<ReplicaId> ids = new HashSet<>();
        rows.forEach(row -> ids.add(new ReplicaId(row.getUUID("id"))));
        return ids;
    }

    private static Map<ShardId, Roster.Holding> holdings(RowSet<Row> rows) {
        Map<ShardId, Roster.Holding> holdings = new TreeMap<>();
        for (Row row : rows) {
            ReplicaId owner = row.getUUID("owner") == null ? null : new ReplicaId(row.getUUID("owner"));
            boolean live = Boolean.TRUE.equals(row.getBoolean("live"));
            holdings.put(
                    new ShardId(row.getInteger("id")),
                    new Roster.Holding(new Epoch(row.getLong("epoch")), owner, live));
        }
        return holdings;
    }

    /** Takes those of {@code seen} that are free and unchanged; the answer has their new epochs. */
    Uni<List<Lease>> claim(ReplicaId me, List<Lease> seen) {
        return pool.preparedQuery(CLAIM).execute(shards(me, seen)).map(LeaseTable::leases);
    }

    private static List<Lease> leases(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Lease.of(row.getInteger(0), row.getLong(1)))
                .toList();
    }

    /** Lets go of shards; those that are somebody else's by now are left alone. */
    Uni<Void> release(ReplicaId me, List<Lease> leases) {
        return pool.preparedQuery(RELEASE).execute(shards(me, leases)).replaceWithVoid();
    }

    /** The last word of a replica that stops. */
    Uni<Void> depart(ReplicaId me) {
        return pool.preparedQuery(DEPART).execute(Tuple.of(me.value())).replaceWithVoid();
    }

    private static Tuple shards(ReplicaId me, List<Lease> leases) {
        return Tuple.tuple()
                .addUUID(me.value())
                .addArrayOfShort(leases.stream()
                        .map(lease -> (short) lease.shard().value())
                        .toArray(Short[]::new))
                .addArrayOfLong(
                        leases.stream().map(lease -> lease.epoch().value()).toArray(Long[]::new));
    }
}
