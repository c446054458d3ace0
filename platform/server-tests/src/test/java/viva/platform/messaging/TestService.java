package viva.platform.messaging;

import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import viva.contracts.message.CloudEvent;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** A service as far as messages go: it publishes to a test's broker, consumes from it and counts. */
final class TestService implements AutoCloseable {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TestBroker broker;
    private final Vertx vertx;
    private final Broker links;
    private final ConfirmedPublisher publisher;

    /** Connected when this returns. */
    TestService(TestBroker broker, Vertx vertx) {
        this.broker = broker;
        this.vertx = vertx;
        links = new Broker(broker.config());
        publisher = new ConfirmedPublisher(links, broker.config());
        await().until(() -> publisher.isOpen() && links.consuming().isOpen());
    }

    Broker links() {
        return links;
    }

    ConfirmedPublisher publisher() {
        return publisher;
    }

    void publish(Outgoing message) {
        publisher.publish(message).await().atMost(Waiting.PATIENCE);
    }

    /** Consumes in order, and answers with what was handed out so far. */
    Recorder<CloudEvent<?>> consume(String queue, Function<CloudEvent<?>, Uni<Void>> handling) {
        Recorder<CloudEvent<?>> seen = new Recorder<>();
        start(new TestHandler(queue, true, message -> {
            seen.accept(message);
            return handling.apply(message);
        }));
        return seen;
    }

    void start(QueueHandler<?> handler) {
        new QueueHandlers(
                        List.of(handler),
                        links,
                        broker.config(),
                        vertx,
                        metrics,
                        MessageTraces.off(),
                        new Fates(List.of(new NetworkDiagnosis())),
                        List.of())
                .start(null);
    }

    /** Messages of a type from the timeline's queue that had an outcome; -1 before the first one. */
    double counted(String type, String outcome) {
        Counter counter = metrics.find("viva.messages")
                .tags("queue", "gateway.timeline", "type", type, "outcome", outcome)
                .counter();
        return counter == null ? -1 : counter.count();
    }

    double unsettled() {
        return metrics.get("viva.messages.unsettled").gauge().value();
    }

    double refused(String queue) {
        return metrics.get("viva.consumers.refused")
                .tag("queue", Topology.labelOf(queue))
                .gauge()
                .value();
    }

    @Override
    public void close() {
        publisher.stop(null);
        links.stop(null);
    }
}
