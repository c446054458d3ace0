package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import viva.contracts.ShardId;

/** What the jobs on the history have in common. */
final class Upkeep {
    static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

    static final List<Integer> SHARDS =
            IntStream.range(0, ShardId.COUNT).boxed().toList();

    /** In place of the number of a shard: the tables of all of them. */
    static final int EVERY_SHARD = ShardId.COUNT;

    /** The first key of our advisory locks: any number that nothing else in this database uses. */
    private static final int LOCKS = 0x76697661;

    private static final String CONTINUOUS =
            "SELECT relkind <> 'r' AS continuous FROM pg_class WHERE oid = 'mind_hour'::regclass";
    private static final String ALONE = "SELECT pg_try_advisory_xact_lock($1, $2) AS alone";

    private static final String HOURS_DONE =
            "SELECT min(done_until) AS at FROM roll_up_progress WHERE shard_id = $1 AND span = 'hour'";

    /** The parameter exists only where TimescaleDB is. */
    private static final String UNLIMITED =
            "SELECT set_config(name, '0', true) FROM (VALUES ('timescaledb.max_tuples_decompressed_per_dml_transaction')) AS v (name) "
                    + "WHERE current_setting(name, true) IS NOT NULL";

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

    /**
     * Lets a transaction delete from compressed chunks as much as it must: TimescaleDB stops at 100,000 rows that share a compressed
     * batch with what is deleted (SQLSTATE 53400), and those of 38 avatars are more.
     */
    static Uni<Void> liftDecompressionLimit(SqlClient tx) {
        return tx.query(UNLIMITED).execute().replaceWithVoid();
    }

    /** Until when the samples of a shard are averaged by the hour, where a job of the service does that; null when none are. */
    static Uni<Instant> hoursDone(SqlConnection tx, int shard) {
        return instant(tx, HOURS_DONE, Tuple.of(shard));
    }

    /** The column {@code at} of the one row of a query; null when it is. */
    static Uni<Instant> instant(SqlConnection tx, String sql, Tuple key) {
        return tx.preparedQuery(sql).execute(key).map(rows -> {
            OffsetDateTime at = rows.iterator().next().getOffsetDateTime("at");
            return at == null ? null : at.toInstant();
        });
    }
}
