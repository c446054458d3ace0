package viva.avatar.remembering;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import viva.contracts.WorldTime;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * The world's time as the latest message told it. Memories among avatars age by it: where nothing happens, as in a paused world, nothing fades. Replicas share it
 * within seconds.
 */
@Singleton
public class WorldTimes {
    private static final String SHARE = "insert into world_seen (millis) values ($1) on conflict (one) do update "
            + "set millis = greatest(world_seen.millis, $1) returning millis";

    private final Pool pool;
    private final ScheduledJobs jobs;
    private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);

    WorldTimes(Pool pool, ScheduledJobs jobs) {
        this.pool = pool;
        this.jobs = jobs;
    }

    /** A message told the time; null when it told none. */
    void told(WorldTime at) {
        if (at != null) {
            latest.accumulateAndGet(at.millis(), Math::max);
        }
    }

    /** The latest that is known; the beginning of the calendar before the first message. */
    public WorldTime now() {
        return new WorldTime(Math.max(0, latest.get()));
    }

    @Scheduled(every = "5s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> share() {
        return jobs.run(() -> pool.preparedQuery(SHARE)
                        .execute(Tuple.of(Math.max(0, latest.get())))
                        .invoke(rows ->
                                latest.accumulateAndGet(rows.iterator().next().getLong(0), Math::max))
                        .replaceWithVoid())
                .onFailure()
                .recoverWithNull();
    }
}
