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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** Rows of one kind and one shard. */
    private record Part(Kind kind, int shard) {
        enum Kind {
            SAMPLES,
            JOURNAL,
            ANSWERS,
            LINES,
            ENCOUNTERS,
            HOURS,
            DAYS
        }

        static List<Part> all() {
            return Upkeep.SHARDS.stream()
                    .flatMap(shard -> Arrays.stream(Kind.values()).map(kind -> new Part(kind, shard)))
                    .toList();
        }
    }

    private Uni<Void> forget() {
        return Upkeep.rollsUpContinuously(pool).chain(continuous -> {
            Duration kept = continuous ? Hypertables.kept(config.retention()) : config.retention();
            Instant past = world.realNow().minus(kept);
            Instant averaged = world.realNow().minus(config.rollupRetention());
            Map<String, Uni<Void>> chunks = Map.of(
                    "averages",
                    continuous ? hypertables.dropAverages(averaged) : Upkeep.NOTHING,
                    "empty chunks",
                    hypertables.dropEmpty(past));
            return (continuous ? hypertables.refresh(config.retention()) : Upkeep.NOTHING)
                    .chain(() -> jobs.each(
                            "forgetting the past", Part.all(), part -> forget(part, continuous, past, averaged)))
                    .chain(() -> jobs.each("dropping chunks", chunks.keySet(), chunks::get));
        });
    }

    private Uni<Void> forget(Part part, boolean continuous, Instant past, Instant averaged) {
        OffsetDateTime talked = time(world.realNow().minus(config.encounterRetention()));
        int shard = part.shard();
        return switch (part.kind()) {
            case SAMPLES -> samples(shard, continuous, past);
            case JOURNAL -> new AgedRows(pool, jobs, AgedRows.Kind.JOURNAL, shard, past).forget();
            case ANSWERS -> delete(shard, ANSWERS, Tuple.of(shard, time(past), ROWS));
            case LINES -> delete(shard, LINES, Tuple.of(shard, talked, ROWS));
            case ENCOUNTERS -> delete(shard, ENCOUNTERS, Tuple.of(shard, talked, ROWS));
            case HOURS -> continuous ? Upkeep.NOTHING : averages(shard, Span.HOUR, time(averaged));
            case DAYS -> continuous ? Upkeep.NOTHING : averages(shard, Span.DAY, time(averaged));
        };
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
