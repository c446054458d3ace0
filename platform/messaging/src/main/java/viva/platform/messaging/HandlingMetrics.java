package viva.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import viva.contracts.message.CloudEvent;

/**
 * Counts what becomes of the messages of one queue, by their types. A type is counted from its first delivery on, with all outcomes at
 * once. Safe for any thread.
 */
public final class HandlingMetrics {
    /** The type of what cannot be read. */
    private static final String UNKNOWN = "unknown";

    private static final String QUEUE = "queue";

    private final MeterRegistry registry;
    private final String queue;
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger unsettled = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Timer delay;
    private final Map<String, Outcomes> byType = new ConcurrentHashMap<>();

    private record Outcomes(Counter handled, Counter retried, Counter dead) {}

    private HandlingMetrics(MeterRegistry registry, String queue) {
        this.registry = registry;
        this.queue = queue;
        this.delay = Timer.builder("viva.messages.delay")
                .description("from the making of a message to its delivery")
                .tag(QUEUE, queue)
                .register(registry);
        Gauge.builder("viva.messages.unsettled", unsettled, AtomicInteger::get)
                .description("messages that were delivered and have no acknowledgement yet")
                .tag(QUEUE, queue)
                .register(registry);
        Gauge.builder("viva.consumers.refused", refused, AtomicInteger::get)
                .description("queues that should be consumed from and cannot be")
                .tag(QUEUE, queue)
                .register(registry);
        outcomes(UNKNOWN);
    }

    /**
     * Begins to count.
     *
     * @param queue the name of the queue, or one name for many that are alike
     */
    public static HandlingMetrics of(MeterRegistry registry, String queue) {
        return new HandlingMetrics(registry, queue);
    }

    /** Begins to count for a new channel, on which nothing was delivered yet. */
    Deliveries newChannel() {
        return new Deliveries();
    }

    /** A failed attempt is followed by another one. */
    void retried(CloudEvent<?> message) {
        outcomes(message.type()).retried.increment();
    }

    /** A queue cannot be consumed from ({@code +1}), or it can again ({@code -1}). */
    void refused(int more) {
        refused.addAndGet(more);
    }

    private Outcomes outcomes(String type) {
        return byType.computeIfAbsent(
                type, _ -> new Outcomes(counter(type, "handled"), counter(type, "retried"), counter(type, "dead")));
    }

    private Counter counter(String type, String outcome) {
        return Counter.builder("viva.messages")
                .tag(QUEUE, queue)
                .tag("type", type)
                .tag("outcome", outcome)
                .register(registry);
    }

    /** What was delivered on one channel. Once that is gone, its acknowledgements mean nothing and are not counted. */
    final class Deliveries {
        private int open;
        private boolean gone;

        /** A message came. */
        synchronized void delivered(CloudEvent<?> message) {
            long millis = Duration.between(message.time(), clock.instant()).toMillis();
            delay.record(Duration.ofMillis(Math.max(0, millis)));
            outcomes(message.type());
            count(1);
        }

        /** It was done. */
        synchronized void handled(CloudEvent<?> message) {
            if (!gone) {
                outcomes(message.type()).handled.increment();
                count(-1);
            }
        }

        /** It went to the dead letter queue. */
        synchronized void dead(CloudEvent<?> message) {
            if (!gone) {
                outcomes(message.type()).dead.increment();
                count(-1);
            }
        }

        /** A message that cannot be read went to the dead letter queue. */
        void unreadable() {
            outcomes(UNKNOWN).dead.increment();
        }

        /** The channel is gone: what had no acknowledgement is delivered again elsewhere. */
        synchronized void end() {
            gone = true;
            unsettled.addAndGet(-open);
            open = 0;
        }

        synchronized boolean isGone() {
            return gone;
        }

        private void count(int more) {
            if (!gone) {
                open += more;
                unsettled.addAndGet(more);
            }
        }
    }
}
