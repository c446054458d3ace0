package viva.gateway.timeline;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import viva.platform.service.jobs.ScheduledJobs;

/** Forgets what is too old to be shown or sent again, a bounded number of rows at a time. Harmless when several gateways do it. */
@Singleton
class TimelineUpkeep {
    private static final int ROWS = 10_000;
    private static final String FORGET_ENTRIES =
            "delete from timeline where ctid in (select ctid from timeline where at < $1 limit $2)";
    private static final String FORGET_SENT =
            "delete from sent_message where ctid in (select ctid from sent_message where sent_at < $1 limit $2)";

    private final Pool pool;
    private final TimelineConfig config;
    private final ScheduledJobs jobs;
    private final Clock clock = Clock.systemUTC();

    TimelineUpkeep(Pool pool, TimelineConfig config, ScheduledJobs jobs) {
        this.pool = pool;
        this.config = config;
        this.jobs = jobs;
    }

    @Scheduled(
            every = "${viva.gateway.timeline.forget-every:10m}",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        OffsetDateTime before = clock.instant().minus(config.retention()).atOffset(ZoneOffset.UTC);
        Map<String, Uni<Void>> tables =
                Map.of("timeline", delete(FORGET_ENTRIES, before), "sent_message", delete(FORGET_SENT, before));
        return jobs.run(() -> jobs.each("forgetting old rows", tables.keySet(), tables::get));
    }

    /** Again as long as there is a full batch; each batch is a transaction of its own. */
    private Uni<Void> delete(String statement, OffsetDateTime before) {
        return jobs.repeat(() -> pool.preparedQuery(statement)
                .execute(Tuple.of(before, ROWS))
                .map(deleted -> deleted.rowCount() == ROWS));
    }
}
