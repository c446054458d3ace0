package viva.life.history;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import viva.contracts.ShardId;
import viva.life.clock.World;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * Forgets the past that is too old, a bounded number of rows in a transaction. The newest sample of an avatar stays, and its journal
 * stays from its oldest sample on, so that every life can be told from some point on to the present. Samples that are not averaged yet
 * stay as well: where a job of the service averages them, until it has; where TimescaleDB does, as long as it may take its time.
 */
@Singleton
class Retention {
    private static final int ROWS = 5_000;

    static final String ANSWERS = "DELETE FROM answer WHERE ctid IN (SELECT ctid FROM answer WHERE shard_id = $1 "
            + "AND spoken_at < $2 LIMIT $3)";
    static final String LINES = "DELETE FROM line WHERE ctid IN (SELECT l.ctid FROM line l JOIN encounter e "
            + "ON e.shard_id = l.shard_id AND e.id = l.encounter_id WHERE e.shard_id = $1 AND e.told AND e.ended_at < $2 LIMIT $3)";
    static final String ENCOUNTERS =
            "DELETE FROM encounter e WHERE ctid IN (SELECT ctid FROM encounter WHERE shard_id = $1 "
                    + "AND told AND ended_at < $2 LIMIT $3) AND NOT EXISTS (SELECT 1 FROM line l WHERE l.shard_id = e.shard_id "
                    + "AND l.encounter_id = e.id)";

    private final Pool pool;
    private final World world;
    private final HistoryConfig config;
    private final ScheduledJobs jobs;
    private final Hypertables hypertables;

    Retention(Pool pool, World world, HistoryConfig config, ScheduledJobs jobs) {
        this.pool = pool;
        this.world = world;
        this.config = config;
        this.jobs = jobs;
        this.hypertables = new Hypertables(pool);
    }

    @Scheduled(
            every = "${viva.history.forget-every:10m}",
            delayed = "3m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return world.isKnown() ? jobs.run(this::forget) : Upkeep.NOTHING;
    }

    private Uni<Void> forget() {
        return Upkeep.rollsUpContinuously(pool).chain(continuous -> {
            Duration kept = continuous ? Hypertables.kept(config.retention()) : config.retention();
            Instant past = world.realNow().minus(kept);
            Instant averaged = world.realNow().minus(config.rollupRetention());
            return (continuous ? hypertables.refresh(config.retention()) : Upkeep.NOTHING)
                    .chain(() -> shard(0, continuous, past, averaged))
                    .chain(() -> continuous ? hypertables.dropAverages(averaged) : Upkeep.NOTHING)
                    .chain(() -> hypertables.dropEmpty(past));
        });
    }

    private Uni<Void> shard(int number, boolean continuous, Instant past, Instant averaged) {
        if (number == ShardId.COUNT) {
            return Upkeep.NOTHING;
        }
        OffsetDateTime talked = time(world.realNow().minus(config.encounterRetention()));
        Uni<Void> exact = samples(number, continuous, past)
                .chain(() -> new AgedRows(pool, jobs, AgedRows.Kind.JOURNAL, number, past).forget());
        Uni<Void> told = exact.chain(() -> delete(number, ANSWERS, Tuple.of(number, time(past), ROWS)))
                .chain(() -> delete(number, LINES, Tuple.of(number, talked, ROWS)))
                .chain(() -> delete(number, ENCOUNTERS, Tuple.of(number, talked, ROWS)));
        return told.chain(() -> continuous ? Upkeep.NOTHING : averages(number, Span.HOUR, time(averaged)))
                .chain(() -> continuous ? Upkeep.NOTHING : averages(number, Span.DAY, time(averaged)))
                .chain(() -> shard(number + 1, continuous, past, averaged));
    }

    private Uni<Void> samples(int shard, boolean continuous, Instant past) {
        Uni<Instant> until = continuous ? Uni.createFrom().item(past) : averagedUntil(shard, past);
        return until.chain(before -> new AgedRows(pool, jobs, AgedRows.Kind.SAMPLES, shard, before).forget());
    }

    private Uni<Instant> averagedUntil(int shard, Instant past) {
        return pool.withConnection(connection -> Upkeep.hoursDone(connection, shard))
                .map(done -> done == null ? Instant.EPOCH : done.isBefore(past) ? done : past);
    }

    private Uni<Void> averages(int shard, Span span, OffsetDateTime before) {
        String sql = "DELETE FROM " + span.table() + " WHERE ctid IN (SELECT ctid FROM " + span.table()
                + " WHERE shard_id = $1 AND at < $2 LIMIT $3)";
        return delete(shard, sql, Tuple.of(shard, before, ROWS));
    }

    /** Again as long as there is a full batch. */
    private Uni<Void> delete(int shard, String sql, Tuple key) {
        return jobs.repeat(() -> pool.withTransaction(tx -> Upkeep.alone(tx, shard)
                .chain(alone -> alone
                        ? tx.preparedQuery(sql).execute(key).map(rows -> rows.rowCount() == ROWS)
                        : Uni.createFrom().item(false))));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
