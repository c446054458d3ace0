package viva.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Combined;
import viva.contracts.message.Message;
import viva.platform.messaging.outage.Outage;
import viva.platform.messaging.outage.OutagePolicy;
import viva.platform.messaging.outage.RetryPolicy;

/** One queue with its handler: a consumer, lanes for messages about different avatars, and what is done about outages. */
final class HandledQueue {
    /** So many that two messages which wait seldom share a lane: one that fails again and again holds up those about its avatars. */
    private static final int LANES_OF_A_WORKER = 32;

    private final HandlingPlan plan;
    private final Consumer<Delivery> lanes;
    private QueueConsumer consumer;

    private HandledQueue(HandlingPlan plan, Consumer<Delivery> lanes) {
        this.plan = plan;
        this.lanes = lanes;
    }

    static HandledQueue of(
            QueueHandler<?> handler,
            MessagingConfig config,
            Vertx vertx,
            MeterRegistry metrics,
            Fates fates,
            Probes probes) {
        OutagePolicy bearing = new OutagePolicy(config.outageRetry(), config.probeEvery(), config.longestWait());
        RetryPolicy retries = new RetryPolicy(
                config.attempts(),
                config.firstRetryDelay(),
                config.longestRetryDelay(),
                config.probeEvery(),
                config.aloneLimit());
        Duration limit = handler.limit(config.handlingLimit());
        HandlingPlan plan = new HandlingPlan(
                handler.queue(),
                work(handler),
                limit,
                retries,
                fates,
                new OutageGuard(handler.queue(), bearing, probes, vertx, System::nanoTime),
                HandlingMetrics.of(metrics, Topology.labelOf(handler.queue())),
                vertx,
                System::nanoTime);
        return new HandledQueue(plan, lanes(handler, plan, config.lanes()));
    }

    /** The handler for messages of any type: one that is not the handler's breaks the contract. */
    private static <E extends Message> Function<CloudEvent<?>, Uni<Void>> work(QueueHandler<E> handler) {
        Class<E> type = handler.type();
        return message -> {
            if (!type.isInstance(message.data())) {
                throw new UnhandleableMessage("%s does not belong into %s".formatted(message.type(), handler.queue()));
            }
            return handler.handle(message.as(type));
        };
    }

    private static Consumer<Delivery> lanes(QueueHandler<?> handler, HandlingPlan plan, int count) {
        List<Context> contexts =
                IntStream.range(0, count).mapToObj(_ -> context(plan.vertx())).toList();
        if (!handler.isOrdered()) {
            return delivery -> new Lane(new Worker(partOf(delivery.message().subject(), contexts)), plan)
                    .accept(new Place(delivery, 1));
        }
        List<Worker> workers = contexts.stream().map(Worker::new).toList();
        List<Lane> lanes = IntStream.range(0, count * LANES_OF_A_WORKER)
                .mapToObj(n -> new Lane(workers.get(n % count), plan))
                .toList();
        return delivery -> accept(delivery, lanes);
    }

    private static Context context(Vertx vertx) {
        return ((VertxInternal) vertx).createEventLoopContext();
    }

    /** A message that tells of two avatars keeps its place among the messages about both. */
    private static void accept(Delivery delivery, List<Lane> lanes) {
        CloudEvent<?> message = delivery.message();
        Lane lane = partOf(message.subject(), lanes);
        Lane other = message.data() instanceof Combined<?> combined && combined.otherId() != null
                ? partOf(combined.otherId(), lanes)
                : lane;
        Place place = new Place(delivery, lane == other ? 1 : 2);
        // All lanes take all messages in one order, also while an earlier subscription still hands one over.
        synchronized (lanes) {
            lane.accept(place);
            if (other != lane) {
                other.accept(place);
            }
        }
    }

    private static <T> T partOf(AvatarId avatar, List<T> parts) {
        return parts.get(Math.floorMod(avatar.hashCode(), parts.size()));
    }

    /** Begins to consume, now or when the broker is there. */
    void start(BrokerLink link, int prefetch, MessageTraces traces, MeterRegistry metrics) {
        consumer = new QueueConsumer(link, plan.queue(), prefetch, plan.metrics(), traces, lanes);
        plan.guard().guard(consumer, metrics);
        consumer.start().subscribe().with(_ -> {}, _ -> {});
    }

    String name() {
        return plan.queue();
    }

    /** What the consumer has given the queue up for. */
    Optional<Outage> waits() {
        return plan.guard().waits();
    }

    void stop() {
        plan.guard().stop();
        if (consumer != null) {
            consumer.stop().subscribe().with(_ -> {}, _ -> {});
        }
    }
}
