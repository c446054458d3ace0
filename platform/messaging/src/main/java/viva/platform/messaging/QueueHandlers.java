package viva.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import viva.platform.health.Dependency;
import viva.platform.health.HealthNotes;

/** Starts every {@link QueueHandler} of the service, and tells the probes which consumers wait for what. */
@Singleton
class QueueHandlers implements HealthNotes {
    private final List<QueueHandler<?>> handlers;
    private final Broker broker;
    private final MessagingConfig config;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final MessageTraces traces;
    private final Fates fates;
    private final Probes probes;
    private final List<HandledQueue> queues = new ArrayList<>();

    QueueHandlers(
            @All List<QueueHandler<?>> handlers,
            Broker broker,
            MessagingConfig config,
            Vertx vertx,
            MeterRegistry metrics,
            MessageTraces traces,
            Fates fates,
            @All List<Dependency> dependencies) {
        this.handlers = handlers;
        this.broker = broker;
        this.config = config;
        this.vertx = vertx;
        this.metrics = metrics;
        this.traces = traces;
        this.fates = fates;
        this.probes = new Probes(dependencies);
    }

    void start(@Observes StartupEvent event) {
        handlers.forEach(this::consume);
    }

    private void consume(QueueHandler<?> handler) {
        HandledQueue queue = HandledQueue.of(handler, config, vertx, metrics, fates, probes);
        synchronized (queues) {
            queues.add(queue);
        }
        queue.start(broker.consuming(), config.prefetch(), traces, metrics);
    }

    @Override
    public Map<String, String> notes() {
        Map<String, String> notes = new TreeMap<>();
        synchronized (queues) {
            for (HandledQueue queue : queues) {
                queue.waits().ifPresent(outage -> notes.put("consumer " + queue.name(), "waits for " + outage));
            }
        }
        return notes;
    }

    void stop(@Observes ShutdownEvent event) {
        synchronized (queues) {
            queues.forEach(HandledQueue::stop);
        }
    }
}
