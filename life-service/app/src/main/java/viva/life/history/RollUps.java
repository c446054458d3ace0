package viva.life.history;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import viva.life.clock.World;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * Averages samples by the hour and hours by the day, one span of one shard in a transaction. Whichever replica comes first does it; how
 * far it came is in the database, and doing a span twice gives the same row. Where the roll-ups are continuous aggregates there is
 * nothing to do.
 */
@Singleton
class RollUps {
    /** A transaction that began in a span may commit this much later. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /** Spans of one shard in one run: what is left comes in the next. */
    private static final int MOST_SPANS = 100;

    private static final String HOURS =
            "SELECT shard_id, avatar_id, $2::timestamptz, avg(mood), min(mood), max(mood), avg(wellbeing), "
                    + "avg(energy), avg(social), avg(stimulation), avg(comfort), "
                    + "avg(CASE WHEN asleep THEN 1.0::double precision ELSE 0 END), count(*) FROM mind_sample ";
    private static final String DAYS =
            "SELECT shard_id, avatar_id, $2::timestamptz, sum(mood_avg * samples) / sum(samples), "
                    + "min(mood_min), max(mood_max), sum(wellbeing_avg * samples) / sum(samples), "
                    + "sum(energy_avg * samples) / sum(samples), sum(social_avg * samples) / sum(samples), "
                    + "sum(stimulation_avg * samples) / sum(samples), sum(comfort_avg * samples) / sum(samples), "
                    + "sum(asleep_share * samples) / sum(samples), sum(samples) FROM mind_hour ";
    private static final String OF_SPAN =
            "WHERE shard_id = $1 AND at >= $2 AND at < $3 GROUP BY shard_id, avatar_id ON CONFLICT (shard_id, avatar_id, at) "
                    + "DO UPDATE SET mood_avg = excluded.mood_avg, mood_min = excluded.mood_min, mood_max = excluded.mood_max, "
                    + "wellbeing_avg = excluded.wellbeing_avg, energy_avg = excluded.energy_avg, social_avg = excluded.social_avg, "
                    + "stimulation_avg = excluded.stimulation_avg, comfort_avg = excluded.comfort_avg, "
                    + "asleep_share = excluded.asleep_share, samples = excluded.samples";
    private static final String NEXT =
            " WHERE shard_id = $1 AND at >= coalesce((SELECT done_until FROM roll_up_progress "
                    + "WHERE shard_id = $1 AND span = $2), '-infinity')";
    private static final String DONE = "INSERT INTO roll_up_progress (shard_id, span, done_until) VALUES ($1, $2, $3) "
            + "ON CONFLICT (shard_id, span) DO UPDATE SET done_until = excluded.done_until";

    private final Pool pool;
    private final World world;
    private final ScheduledJobs jobs;

    RollUps(Pool pool, World world, ScheduledJobs jobs) {
        this.pool = pool;
        this.world = world;
        this.jobs = jobs;
    }

    @Scheduled(every = "5m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return jobs.run(() -> Upkeep.rollsUpContinuously(pool)
                .chain(continuously -> continuously || !world.isKnown() ? Upkeep.NOTHING : everyShard()));
    }

    private Uni<Void> everyShard() {
        return jobs.each(
                "averaging the samples of shards",
                Upkeep.SHARDS,
                shard -> spans(shard, Span.HOUR).chain(() -> spans(shard, Span.DAY)));
    }

    private Uni<Void> spans(int shard, Span span) {
        AtomicInteger done = new AtomicInteger();
        return jobs.repeat(() -> pool.withTransaction(tx -> Upkeep.alone(tx, shard)
                        .chain(alone ->
                                alone ? next(tx, shard, span) : Uni.createFrom().item(false)))
                .map(more -> more && done.incrementAndGet() < MOST_SPANS));
    }

    /** Whether there may be more to do. */
    private Uni<Boolean> next(SqlConnection tx, int shard, Span span) {
        return end(tx, shard, span).chain(end -> {
            String source = span == Span.HOUR ? "mind_sample" : "mind_hour";
            return Upkeep.instant(tx, "SELECT min(at) AS at FROM " + source + NEXT, Tuple.of(shard, span.label()))
                    .chain(first -> {
                        boolean due = first != null && span.begin(first).isBefore(end);
                        return due ? rollUp(tx, shard, span, span.begin(first)) : done(tx, shard, span, end, false);
                    });
        });
    }

    /** What lies after it is not complete yet; the beginning of time when nothing is. */
    private Uni<Instant> end(SqlConnection tx, int shard, Span span) {
        Instant settled = span.begin(world.realNow().minus(SETTLED));
        return span == Span.HOUR
                ? Uni.createFrom().item(settled)
                : Upkeep.hoursDone(tx, shard).map(hours -> hours == null ? Instant.EPOCH : span.begin(hours));
    }

    private static Uni<Boolean> rollUp(SqlConnection tx, int shard, Span span, Instant begin) {
        Instant end = begin.plus(span.length());
        String into = "INSERT INTO " + span.table()
                + " (shard_id, avatar_id, at, mood_avg, mood_min, mood_max, wellbeing_avg, "
                + "energy_avg, social_avg, stimulation_avg, comfort_avg, asleep_share, samples) ";
        Tuple key = Tuple.of(shard, begin.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC));
        return tx.preparedQuery(into + (span == Span.HOUR ? HOURS : DAYS) + OF_SPAN)
                .execute(key)
                .chain(() -> done(tx, shard, span, end, true));
    }

    private static Uni<Boolean> done(SqlConnection tx, int shard, Span span, Instant until, boolean more) {
        return tx.preparedQuery(DONE)
                .execute(Tuple.of(shard, span.label(), until.atOffset(ZoneOffset.UTC)))
                .replaceWith(more);
    }
}
