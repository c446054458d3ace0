package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * Deletes old rows of one shard, the oldest first, a window of time in a transaction. A window ends with the row that fills it, and with
 * all of the same instant: its bounds are what TimescaleDB chooses chunks and compressed batches by, which it does by no join.
 */
final class AgedRows {
    /** Rows that a window holds before those of its last instant. */
    private static final int ROWS = 5_000;

    private final Pool pool;
    private final ScheduledJobs jobs;
    private final Kind kind;
    private final int shard;
    private final Instant last;

    /** @param before the rows from this instant on stay */
    AgedRows(Pool pool, ScheduledJobs jobs, Kind kind, int shard, Instant before) {
        this.pool = pool;
        this.jobs = jobs;
        this.kind = kind;
        this.shard = shard;
        // Windows hold their ends; PostgreSQL counts microseconds.
        this.last = before.minus(1, ChronoUnit.MICROS);
    }

    /** What grows old. */
    enum Kind {
        /** All but the newest sample of each avatar. */
        SAMPLES(
                "mind_sample",
                "at",
                "DELETE FROM mind_sample s WHERE shard_id = $1 AND at > $2 AND at <= $3 AND (avatar_id, at) NOT IN "
                        + "(SELECT o.avatar_id, max(o.at) FROM mind_sample o WHERE o.shard_id = $1 AND o.at > $2 AND o.at <= $3 "
                        + "GROUP BY o.avatar_id HAVING NOT EXISTS (SELECT 1 FROM mind_sample n WHERE n.shard_id = $1 "
                        + "AND n.avatar_id = o.avatar_id AND n.at > $3))"),

        /** What reached an avatar up to its oldest sample. */
        JOURNAL(
                "journal",
                "applied_at",
                "DELETE FROM journal j USING (SELECT a.avatar_id, (SELECT s.tick FROM mind_sample s WHERE s.shard_id = $1 "
                        + "AND s.avatar_id = a.avatar_id ORDER BY s.at LIMIT 1) AS tick FROM (SELECT DISTINCT avatar_id FROM journal "
                        + "WHERE shard_id = $1 AND applied_at > $2 AND applied_at <= $3) a) oldest WHERE j.shard_id = $1 "
                        + "AND j.applied_at > $2 AND j.applied_at <= $3 AND j.avatar_id = oldest.avatar_id "
                        + "AND j.tick <= oldest.tick");

        private final String end;
        private final String delete;

        Kind(String table, String time, String delete) {
            this.end = "SELECT (SELECT %2$s FROM %1$s WHERE shard_id = $1 AND %2$s > $2 AND %2$s <= $3 ORDER BY %2$s "
                            .formatted(table, time)
                    + "OFFSET $4 LIMIT 1) AS at";
            this.delete = delete;
        }
    }

    /** Deletes window after window; nothing while another replica is at work on the shard. */
    Uni<Void> forget() {
        AtomicReference<Instant> done = new AtomicReference<>(Instant.EPOCH);
        return jobs.repeat(() -> forgetAfter(done.get()).invoke(done::set).map(end -> end.isBefore(last)));
    }

    private Uni<Instant> forgetAfter(Instant done) {
        return pool.withTransaction(tx -> Upkeep.alone(tx, shard)
                .chain(alone -> alone ? forget(tx, done) : Uni.createFrom().item(last)));
    }

    /** Deletes the window after an instant; the answer is its end. */
    private Uni<Instant> forget(SqlConnection tx, Instant done) {
        Tuple rest = Tuple.of(shard, time(done), time(last), ROWS);
        return Upkeep.liftDecompressionLimit(tx)
                .chain(() -> Upkeep.instant(tx, kind.end, rest))
                .map(end -> end == null ? last : end)
                .call(end -> tx.preparedQuery(kind.delete).execute(Tuple.of(shard, time(done), time(end))));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
