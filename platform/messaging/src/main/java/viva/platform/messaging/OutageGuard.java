package viva.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import viva.platform.messaging.outage.ConsumerState;
import viva.platform.messaging.outage.ConsumerState.Effect;
import viva.platform.messaging.outage.ConsumerState.Step;
import viva.platform.messaging.outage.Outage;
import viva.platform.messaging.outage.OutagePolicy;

/** Carries out what {@link ConsumerState} decides for the consumer of one queue. Safe for any thread. */
final class OutageGuard {
    private static final Logger LOG = Logger.getLogger(OutageGuard.class);

    private final String queue;
    private final OutagePolicy policy;
    private final Probes probes;
    private final Vertx vertx;
    private final LongSupplier nanoTime;
    private ConsumerState state;
    private QueueConsumer consumer;
    private boolean stopped;

    /** @param nanoTime a clock as {@link System#nanoTime()} */
    OutageGuard(String queue, OutagePolicy policy, Probes probes, Vertx vertx, LongSupplier nanoTime) {
        this.queue = queue;
        this.policy = policy;
        this.probes = probes;
        this.vertx = vertx;
        this.nanoTime = nanoTime;
        this.state = ConsumerState.first(nanoTime.getAsLong());
    }

    /** Takes the consumer that it gives up and takes back, and shows whether it waits and for what. */
    synchronized void guard(QueueConsumer guarded, MeterRegistry metrics) {
        consumer = guarded;
        for (String cause : probes.causes()) {
            Gauge.builder("viva.consumer.waiting", this, guard -> guard.waitsFor(cause) ? 1 : 0)
                    .description("1 while the consumer of a queue has given it up until something that failed is back")
                    .tag("queue", Topology.labelOf(queue))
                    .tag("cause", cause)
                    .register(metrics);
        }
    }

    private boolean waitsFor(String cause) {
        return waits().filter(outage -> outage.dependency().equals(cause)).isPresent();
    }

    /** What the consumer waits for; empty while it consumes. */
    synchronized Optional<Outage> waits() {
        return state instanceof ConsumerState.Waiting waiting ? Optional.of(waiting.outage()) : Optional.empty();
    }

    /** An attempt that began at {@code begunNanos} met {@code outage}. */
    synchronized void failed(Outage outage, long begunNanos) {
        take(state.failed(outage, begunNanos, nanoTime.getAsLong(), policy));
    }

    synchronized void handled() {
        take(state.handled(nanoTime.getAsLong()));
    }

    private synchronized void probed(boolean succeeded) {
        take(state.probed(succeeded, nanoTime.getAsLong(), policy));
    }

    synchronized void stop() {
        stopped = true;
    }

    private void take(Step step) {
        state = step.next();
        if (!stopped) {
            carryOut(step.effect());
        }
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.None() -> {}
            case Effect.GiveUp(Outage outage, Duration pause) -> {
                LOG.warnf("%s is given up until %s is back", queue, outage);
                consumer.pause().subscribe().with(_ -> {}, _ -> {});
                probeAfter(outage, pause);
            }
            case Effect.ProbeAgain(Outage outage, Duration pause) -> probeAfter(outage, pause);
            case Effect.Consume() -> {
                LOG.infof("%s is taken back", queue);
                consumer.resume().subscribe().with(_ -> {}, _ -> {});
            }
        }
    }

    private void probeAfter(Outage outage, Duration pause) {
        var _ = vertx.setTimer(
                pause.toMillis(), _ -> probes.of(outage).subscribe().with(_ -> probed(true), _ -> probed(false)));
    }
}
