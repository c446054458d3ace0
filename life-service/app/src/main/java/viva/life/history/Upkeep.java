package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What the jobs on the history have in common. */
final class Upkeep {
    static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

    /** The first key of our advisory locks: any number that nothing else in this database uses. */
    private static final int LOCKS = 0x76697661;

    private static final String CONTINUOUS =
            "SELECT relkind <> 'r' AS continuous FROM pg_class WHERE oid = 'mind_hour'::regclass";
    private static final String ALONE = "SELECT pg_try_advisory_xact_lock($1, $2) AS alone";

    private Upkeep() {}

    /** Whether TimescaleDB keeps the roll-ups. */
    static Uni<Boolean> rollsUpContinuously(SqlClient client) {
        return client.query(CONTINUOUS)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("continuous"));
    }

    /** Whether no other replica is at work on the history of this shard until the end of the transaction. */
    static Uni<Boolean> alone(SqlConnection tx, int shard) {
        return tx.preparedQuery(ALONE)
                .execute(Tuple.of(LOCKS, shard))
                .map(rows -> rows.iterator().next().getBoolean("alone"));
    }

    /** The column {@code at} of the one row of a query; null when it is. */
    static Uni<Instant> instant(SqlConnection tx, String sql, Tuple key) {
        return tx.preparedQuery(sql).execute(key).map(rows -> {
            OffsetDateTime at = rows.iterator().next().getOffsetDateTime("at");
            return at == null ? null : at.toInstant();
        });
    }
}
