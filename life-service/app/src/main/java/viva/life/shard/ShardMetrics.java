package viva.life.shard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import viva.platform.messaging.HandlingMetrics;

/** What the shards of this replica do, for Grafana. */
@Singleton
class ShardMetrics {
    /** From this lag on, in real time, a tick counts as late. */
    static final Duration LATE = Duration.ofSeconds(5);

    private final Counter inputs;
    private final Counter ticks;
    private final Counter rollbacks;
    private final Counter checkpointed;
    private final Timer commits;
    private final Timer lag;
    private final Counter late;
    private final HandlingMetrics letters;
    private final AtomicInteger residents = new AtomicInteger();
    private final AtomicInteger unreadable = new AtomicInteger();
    private final AtomicInteger shards = new AtomicInteger();

    ShardMetrics(MeterRegistry registry) {
        inputs = registry.counter("viva.life.inputs");
        ticks = registry.counter("viva.life.ticks");
        rollbacks = registry.counter("viva.life.rollbacks");
        checkpointed = registry.counter("viva.life.checkpointed");
        commits = registry.timer("viva.life.commits");
        late = registry.counter("viva.life.ticks.late");
        lag = registry.timer("viva.life.tick.lag");
        letters = HandlingMetrics.of(registry, "life.shard");
        registry.gauge("viva.life.residents", residents);
        registry.gauge("viva.life.minds.unreadable", unreadable);
        registry.gauge("viva.life.shards.living", shards);
    }

    /** What becomes of the messages of all shards' queues together. */
    HandlingMetrics letters() {
        return letters;
    }

    void committed(int tasks, long nanos) {
        inputs.increment(tasks);
        commits.record(Duration.ofNanos(nanos));
    }

    void rolledBack() {
        rollbacks.increment();
    }

    void checkpointed(int minds) {
        checkpointed.increment(minds);
    }

    /** So many shards more, or fewer, live in this replica. */
    void lives(int more) {
        shards.addAndGet(more);
    }

    /** So many residents more, or fewer, live in this replica. */
    void resides(int more) {
        residents.addAndGet(more);
    }

    /** So many minds more, or fewer, of this replica's shards cannot be read. */
    void cannotBeRead(int more) {
        unreadable.addAndGet(more);
    }

    /** Ticks were lived, some of them more than {@link #LATE} after they were due; {@code longest} is the lag of the latest, in real time. */
    void ticked(int count, int lateOnes, Duration longest) {
        if (count > 0) {
            ticks.increment(count);
            late.increment(lateOnes);
            lag.record(longest);
        }
    }
}
