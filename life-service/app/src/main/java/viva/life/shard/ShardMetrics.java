package viva.life.shard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the shards of this replica do, for Grafana. */
@Singleton
class ShardMetrics {
    private final Counter inputs;
    private final Counter ticks;
    private final Counter rollbacks;
    private final Counter checkpointed;
    private final Timer commits;
    private final Timer lag;

    ShardMetrics(MeterRegistry registry) {
        inputs = registry.counter("viva.life.inputs");
        ticks = registry.counter("viva.life.ticks");
        rollbacks = registry.counter("viva.life.rollbacks");
        checkpointed = registry.counter("viva.life.checkpointed");
        commits = registry.timer("viva.life.commits");
        lag = registry.timer("viva.life.tick.lag");
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

    /** Ticks were lived; the first of them was late by this much real time. */
    void ticked(int count, Duration late) {
        ticks.increment(count);
        lag.record(late);
    }
}
