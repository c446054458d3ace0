package viva.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of the messages of one queue. */
record HandlingMetrics(Counter handledCounter, Counter retriedCounter, Counter deadCounter) {
    static HandlingMetrics of(MeterRegistry registry, String queue) {
        return new HandlingMetrics(
                counter(registry, queue, "handled"),
                counter(registry, queue, "retried"),
                counter(registry, queue, "dead"));
    }

    private static Counter counter(MeterRegistry registry, String queue, String outcome) {
        return Counter.builder("viva.messages")
                .tag("queue", queue)
                .tag("outcome", outcome)
                .register(registry);
    }

    void handled() {
        handledCounter.increment();
    }

    void retried() {
        retriedCounter.increment();
    }

    void dead() {
        deadCounter.increment();
    }
}
