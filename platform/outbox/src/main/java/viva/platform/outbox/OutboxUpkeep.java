package viva.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import viva.platform.service.jobs.ScheduledJobs;

/** Forgets what the inbox need not know any more, and measures how far the outbox is behind. Harmless when several replicas do it. */
@Singleton
class OutboxUpkeep {
    private static final double MILLIS = 1_000;
    private static final String FORGET = "select forget_inbox(make_interval(secs => $1::float8), $2::float8)";
    /** Rows are counted up to this many: counting must not become a load of its own while the broker is away. */
    private static final int MOST_COUNTED = 100_000;

    private static final String BACKLOG = "select coalesce(extract(epoch from now() - "
            + "(select created_at from outbox order by id limit 1)), 0)::float8, "
            + "(select count(*) from (select 1 from outbox limit " + MOST_COUNTED + ") counted)";

    private final Pool pool;
    private final OutboxConfig config;
    private final ScheduledJobs jobs;
    private volatile Backlog backlog = new Backlog(0, 0);

    private record Backlog(double seconds, long rows) {}

    OutboxUpkeep(Pool pool, OutboxConfig config, ScheduledJobs jobs, MeterRegistry metrics) {
        this.pool = pool;
        this.config = config;
        this.jobs = jobs;
        Gauge.builder("viva.outbox.lag", this, it -> it.backlog.seconds)
                .baseUnit("seconds")
                .description("age of the oldest message that is not published")
                .register(metrics);
        Gauge.builder("viva.outbox.waiting", this, it -> it.backlog.rows)
                .description("messages that are not published, counted up to " + MOST_COUNTED)
                .register(metrics);
    }

    /** A look at two slots out of eight, and nothing more most of the time. */
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        double seconds = config.inboxRetention().toMillis() / MILLIS;
        return jobs.run(() -> pool.preparedQuery(FORGET)
                .execute(Tuple.of(seconds, Inbox.slotSeconds(config.inboxRetention())))
                .replaceWithVoid());
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return jobs.run(() -> pool.query(BACKLOG)
                .execute()
                .map(rows -> rows.iterator().next())
                .invoke(row -> backlog = new Backlog(row.getDouble(0), row.getLong(1)))
                .replaceWithVoid());
    }
}
