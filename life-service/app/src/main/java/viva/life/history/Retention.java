package viva.life.history;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import viva.contracts.ShardId;
import viva.life.clock.World;

/**
 * Forgets the past that is too old, a bounded number of rows in a transaction. The newest sample of an avatar stays, and its journal
 * stays from its oldest sample on, so that every life can be told from some point on to the present.
 */
@Singleton
class Retention {
    private static final int ROWS = 5_000;

    private static final String SAMPLES = "DELETE FROM mind_sample s USING (SELECT avatar_id, at FROM mind_sample o "
            + "WHERE shard_id = $1 AND at < $2 AND at < (SELECT max(at) FROM mind_sample n WHERE n.shard_id = $1 "
            + "AND n.avatar_id = o.avatar_id) AND ($4 OR at < (SELECT done_until FROM roll_up_progress "
            + "WHERE shard_id = $1 AND span = 'hour')) ORDER BY at LIMIT $3) old "
            + "WHERE s.shard_id = $1 AND s.avatar_id = old.avatar_id AND s.at = old.at";
    private static final String JOURNAL = "DELETE FROM journal j USING (SELECT avatar_id, input_id FROM journal o "
            + "WHERE shard_id = $1 AND applied_at < $2 AND tick <= (SELECT tick FROM mind_sample s WHERE s.shard_id = $1 "
            + "AND s.avatar_id = o.avatar_id ORDER BY at LIMIT 1) ORDER BY applied_at LIMIT $3) old "
            + "WHERE j.shard_id = $1 AND j.avatar_id = old.avatar_id AND j.input_id = old.input_id";
    private static final String ANSWERS =
            "DELETE FROM answer WHERE ctid IN (SELECT ctid FROM answer WHERE shard_id = $1 "
                    + "AND spoken_at < $2 LIMIT $3)";
    private static final String LINES = "DELETE FROM line WHERE ctid IN (SELECT l.ctid FROM line l JOIN encounter e "
            + "ON e.shard_id = l.shard_id AND e.id = l.encounter_id WHERE e.shard_id = $1 AND e.told AND e.ended_at < $2 LIMIT $3)";
    private static final String ENCOUNTERS =
            "DELETE FROM encounter e WHERE ctid IN (SELECT ctid FROM encounter WHERE shard_id = $1 "
                    + "AND told AND ended_at < $2 LIMIT $3) AND NOT EXISTS (SELECT 1 FROM line l WHERE l.shard_id = e.shard_id "
                    + "AND l.encounter_id = e.id)";
    private static final String DROP_CHUNKS = "SELECT public.drop_chunks('mind_hour', older_than => $1::timestamptz), "
            + "public.drop_chunks('mind_day', older_than => $1::timestamptz)";

    private final Pool pool;
    private final World world;
    private final HistoryConfig config;

    Retention(Pool pool, World world, HistoryConfig config) {
        this.pool = pool;
        this.world = world;
        this.config = config;
    }

    @Scheduled(every = "10m", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        if (!world.isKnown()) {
            return Upkeep.NOTHING;
        }
        Instant now = world.realNow();
        OffsetDateTime past = now.minus(config.retention()).atOffset(ZoneOffset.UTC);
        OffsetDateTime averaged = now.minus(config.rollupRetention()).atOffset(ZoneOffset.UTC);
        return Upkeep.rollsUpContinuously(pool)
                .chain(continuous -> shard(0, continuous, past, averaged)
                        .chain(() -> continuous ? dropChunks(averaged) : Upkeep.NOTHING));
    }

    private Uni<Void> shard(int number, boolean continuous, OffsetDateTime past, OffsetDateTime averaged) {
        if (number == ShardId.COUNT) {
            return Upkeep.NOTHING;
        }
        Uni<Void> exact = delete(number, SAMPLES, Tuple.of(number, past, ROWS, continuous))
                .chain(() -> delete(number, JOURNAL, Tuple.of(number, past, ROWS)));
        OffsetDateTime talked =
                world.realNow().minus(config.encounterRetention()).atOffset(ZoneOffset.UTC);
        Uni<Void> told = exact.chain(() -> delete(number, ANSWERS, Tuple.of(number, past, ROWS)))
                .chain(() -> delete(number, LINES, Tuple.of(number, talked, ROWS)))
                .chain(() -> delete(number, ENCOUNTERS, Tuple.of(number, talked, ROWS)));
        return told.chain(() -> continuous ? Upkeep.NOTHING : averages(number, Span.HOUR, averaged))
                .chain(() -> continuous ? Upkeep.NOTHING : averages(number, Span.DAY, averaged))
                .chain(() -> shard(number + 1, continuous, past, averaged));
    }

    private Uni<Void> averages(int shard, Span span, OffsetDateTime before) {
        String sql = "DELETE FROM " + span.table() + " WHERE ctid IN (SELECT ctid FROM " + span.table()
                + " WHERE shard_id = $1 AND at < $2 LIMIT $3)";
        return delete(shard, sql, Tuple.of(shard, before, ROWS));
    }

    /** Again as long as there is a full batch. */
    private Uni<Void> delete(int shard, String sql, Tuple key) {
        Uni<Integer> batch = pool.withTransaction(tx -> Upkeep.alone(tx, shard)
                .chain(alone -> alone
                        ? tx.preparedQuery(sql).execute(key).map(rows -> rows.rowCount())
                        : Uni.createFrom().item(0)));
        return batch.chain(deleted -> deleted == ROWS ? delete(shard, sql, key) : Upkeep.NOTHING);
    }

    private Uni<Void> dropChunks(OffsetDateTime before) {
        return pool.preparedQuery(DROP_CHUNKS).execute(Tuple.of(before)).replaceWithVoid();
    }
}
