package viva.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Starts every {@link QueueHandler} of the service. */
@Singleton
class QueueHandlers {
    private final List<QueueHandler> handlers;
    private final Broker broker;
    private final MessagingConfig config;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final MessageTraces traces;
    private final List<QueueConsumer> consumers = new ArrayList<>();

    QueueHandlers(
            @All List<QueueHandler> handlers,
            Broker broker,
            MessagingConfig config,
            Vertx vertx,
            MeterRegistry metrics,
            MessageTraces traces) {
        this.handlers = handlers;
        this.broker = broker;
        this.config = config;
        this.vertx = vertx;
        this.metrics = metrics;
        this.traces = traces;
    }

    void start(@Observes StartupEvent event) {
        handlers.forEach(this::consume);
    }

    private void consume(QueueHandler handler) {
        HandlingMetrics counters = HandlingMetrics.of(metrics, handler.queue());
        List<Context> contexts =
                IntStream.range(0, config.lanes()).mapToObj(n -> newContext()).toList();
        List<Lane> lanes = contexts.stream()
                .map(context -> new Lane(vertx, context, handler, config, counters))
                .toList();
        Consumer<Delivery> receiver = handler.isOrdered()
                ? delivery -> partOf(delivery, lanes).accept(delivery)
                : delivery -> new Lane(vertx, partOf(delivery, contexts), handler, config, counters).accept(delivery);
        QueueConsumer consumer =
                new QueueConsumer(broker.consuming(), handler.queue(), config.prefetch(), counters, traces, receiver);
        consumers.add(consumer);
        consumer.start().subscribe().with(done -> {}, failure -> {});
    }

    private Context newContext() {
        return ((VertxInternal) vertx).createEventLoopContext();
    }

    private static <T> T partOf(Delivery delivery, List<T> parts) {
        return parts.get(Math.floorMod(delivery.message().subject().hashCode(), parts.size()));
    }

    void stop(@Observes ShutdownEvent event) {
        consumers.forEach(consumer -> consumer.stop().subscribe().with(done -> {}, failure -> {}));
    }
}
