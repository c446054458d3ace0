package viva.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Starts every {@link QueueHandler} of the service. */
@Singleton
class QueueHandlers {
    private final List<QueueHandler> handlers;
    private final Broker broker;
    private final MessagingConfig config;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final List<QueueConsumer> consumers = new ArrayList<>();

    QueueHandlers(
            @All List<QueueHandler> handlers,
            Broker broker,
            MessagingConfig config,
            Vertx vertx,
            MeterRegistry metrics) {
        this.handlers = handlers;
        this.broker = broker;
        this.config = config;
        this.vertx = vertx;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        handlers.forEach(this::consume);
    }

    private void consume(QueueHandler handler) {
        HandlingMetrics counters = HandlingMetrics.of(metrics, handler.queue());
        List<Lane> lanes = IntStream.range(0, config.lanes())
                .mapToObj(n -> new Lane(vertx, newContext(), handler, config, counters))
                .toList();
        QueueConsumer consumer = new QueueConsumer(
                broker.consuming(),
                handler.queue(),
                config.prefetch(),
                delivery -> laneOf(delivery, lanes).accept(delivery));
        consumers.add(consumer);
        consumer.start().subscribe().with(done -> {}, failure -> {});
    }

    private io.vertx.core.Context newContext() {
        return ((VertxInternal) vertx).createEventLoopContext();
    }

    private static Lane laneOf(Delivery delivery, List<Lane> lanes) {
        return lanes.get(Math.floorMod(delivery.message().subject().hashCode(), lanes.size()));
    }

    void stop(@Observes ShutdownEvent event) {
        consumers.forEach(consumer -> consumer.stop().subscribe().with(done -> {}, failure -> {}));
    }
}
