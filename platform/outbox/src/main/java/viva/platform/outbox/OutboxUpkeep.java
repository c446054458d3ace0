package viva.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Forgets old inbox rows, and measures how far the outbox is behind. Harmless when several replicas do it. */
@Singleton
class OutboxUpkeep {
    private static final String FORGET =
            "delete from inbox where ctid in " + "(select ctid from inbox where handled_at < $1 limit 10000)";
    private static final String LAG =
            "select coalesce(extract(epoch from now() - min(created_at)) * 1000, 0)::bigint from "
                    + "(select created_at from outbox order by id limit 1) oldest";

    private final Pool pool;
    private final OutboxConfig config;
    private final AtomicLong lagMillis = new AtomicLong();

    OutboxUpkeep(Pool pool, OutboxConfig config, MeterRegistry metrics) {
        this.pool = pool;
        this.config = config;
        Gauge.builder("viva.outbox.lag", lagMillis, AtomicLong::get)
                .baseUnit("milliseconds")
                .description("age of the oldest message that is not published")
                .register(metrics);
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(config.inboxRetention());
        return pool.preparedQuery(FORGET).execute(Tuple.of(before)).replaceWithVoid();
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return pool.query(LAG)
                .execute()
                .invoke(rows -> lagMillis.set(rows.iterator().next().getLong(0)))
                .replaceWithVoid();
    }
}
