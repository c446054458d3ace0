package viva.gateway.limit;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * Limits that all replicas share. The generic cell rate algorithm (ITU-T I.371): no windows, so a caller who waits as long as told
 * gets through, and one number in Redis for each caller.
 */
@Singleton
public class Limits {
    /** Answers the microseconds to wait; 0 means the request is counted and may pass. Time is the server's. */
    private static final String TAKE = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local interval = tonumber(ARGV[1])
            local burst = tonumber(ARGV[2])
            local due = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
            local wait = due - now - interval * (burst - 1)
            if wait > 0 then return math.ceil(wait) end
            redis.call('SET', KEYS[1], string.format('%.0f', due + interval), 'PX', math.ceil((due + interval - now) / 1000))
            return 0""";

    private final ReactiveRedisDataSource redis;

    Limits(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    /** Counts one request; fails with a {@link Rejected} of status 429 when {@code who} made too many. */
    public Uni<Void> take(Limit limit, String who) {
        return redis.execute(
                        "EVAL",
                        TAKE,
                        "1",
                        "viva:limit:" + limit.name() + ":" + who,
                        Long.toString(limit.per().toNanos() / 1_000 / limit.count()),
                        Integer.toString(limit.count()))
                .invoke(micros -> refuse(micros.toLong()))
                .replaceWithVoid();
    }

    private static void refuse(long waitMicros) {
        if (waitMicros > 0) {
            Duration wait = Duration.ofNanos(waitMicros * 1_000);
            throw Rejected.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "Try again in " + Math.max(1, (wait.toMillis() + 999) / 1_000) + " seconds")
                    .retryAfter(wait);
        }
    }

    /** At most {@code count} requests, all at once or spread, {@code per} this time. */
    public record Limit(String name, int count, Duration per) {}
}
