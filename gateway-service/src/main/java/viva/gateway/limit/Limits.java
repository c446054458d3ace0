package viva.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * Limits that all replicas share. The generic cell rate algorithm (ITU-T I.371): no windows, so a caller who waits as long as told
 * gets through, and one number in Redis for each caller. While Redis is away, full or slow, each replica counts for itself: nobody is
 * refused for want of Redis, and nobody may do without limits.
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

    private static final Logger LOG = Logger.getLogger(Limits.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How long Redis is not asked after it did not answer; ours. */
    private static final long ALONE_NANOS = Duration.ofSeconds(1).toNanos();

    /** Some hundred bytes each. */
    private static final int CALLERS = 100_000;

    private final ReactiveRedisDataSource redis;
    private final Map<String, Counter> refused = new HashMap<>();
    private final LocalLimits local = new LocalLimits(CALLERS);
    private final AtomicBoolean alone = new AtomicBoolean();
    private volatile long lastFailure;

    Limits(ReactiveRedisDataSource redis, LimitConfig config, MeterRegistry metrics) {
        this.redis = redis;
        Gauge.builder("viva.gateway.limits.local", alone, now -> now.get() ? 1 : 0)
                .description("1 while limits are counted in this process alone")
                .register(metrics);
        config.all()
                .forEach(limit ->
                        refused.put(limit.name(), metrics.counter("viva.gateway.refused", "limit", limit.name())));
    }

    /** Counts one request; fails with a {@link Rejected} of status 429 when {@code who} made too many. */
    public Uni<Void> take(Limit limit, String who) {
        return wait(limit, who).invoke(micros -> refuse(limit, micros)).replaceWithVoid();
    }

    /** Counts one request and answers true, or answers false because {@code who} made too many. */
    public Uni<Boolean> tryTake(Limit limit, String who) {
        return wait(limit, who).map(micros -> micros == 0);
    }

    /**
     * Counts one request in this process alone, for what is asked so often that counting it in Redis would cost as much as the answer.
     *
     * @throws Rejected with status 429 when {@code who} made too many
     */
    public void takeHere(Limit limit, String who) {
        refuse(limit, here(limit, who));
    }

    /** Forgets what {@code who} has used up, as far as all replicas know. */
    public Uni<Void> forget(String who) {
        return Multi.createFrom()
                .iterable(refused.keySet())
                .onItem()
                .transformToUniAndConcatenate(limit -> redis.key().del(key(limit, who)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Long> wait(Limit limit, String who) {
        return Uni.createFrom().deferred(() -> {
            long here = here(limit, who);
            if (alone.get() && System.nanoTime() - lastFailure < ALONE_NANOS) {
                return Uni.createFrom().item(here);
            }
            return together(limit, who)
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .invoke(shared -> found())
                    .onFailure()
                    .recoverWithItem(failure -> {
                        missed(failure);
                        return here;
                    });
        });
    }

    private long here(Limit limit, String who) {
        return local.take(limit, who, System.nanoTime() / 1_000);
    }

    private Uni<Long> together(Limit limit, String who) {
        return redis.execute(
                        "EVAL",
                        TAKE,
                        "1",
                        key(limit.name(), who),
                        Long.toString(limit.per().toNanos() / 1_000 / limit.count()),
                        Integer.toString(limit.count()))
                .map(Response::toLong);
    }

    private static String key(String limit, String who) {
        return "viva:limit:" + limit + ":" + who;
    }

    private void found() {
        if (alone.compareAndSet(true, false)) {
            LOG.info("limits are shared with all replicas again");
        }
    }

    private void missed(Throwable failure) {
        lastFailure = System.nanoTime();
        if (alone.compareAndSet(false, true)) {
            LOG.warnf("Redis does not count, so limits are those of this process: %s", failure.toString());
        }
    }

    private void refuse(Limit limit, long waitMicros) {
        if (waitMicros > 0) {
            refused.get(limit.name()).increment();
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
