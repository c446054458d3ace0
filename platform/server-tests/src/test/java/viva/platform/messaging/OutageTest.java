package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MatchMutualV1;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** What becomes of messages while something that their handling needs is away. */
class OutageTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static final String QUEUE = Topology.GATEWAY_TIMELINE;
    /**
     * The broker's patience: it ends channels that keep a message for longer. An operator's may be a minute; with {@code -Dviva.test.consumer-timeout=60s}
     * the outage takes as long as it would there, which are more than three minutes.
     */
    private static final Duration CONSUMER_TIMEOUT =
            DurationConverter.parseDuration(System.getProperty("viva.test.consumer-timeout", "2s"));

    private static final Vertx VERTX = Vertx.vertx();
    private static TestBroker broker;

    private final MessageFactory messages = new MessageFactory("test", MessageTraces.off());
    private final List<Replica> replicas = new ArrayList<>();
    private Broker links;
    private ConfirmedPublisher publisher;

    /** The broker looks twice a second for channels that keep a message for too long. */
    @BeforeAll
    static void startBroker() {
        broker = new TestBroker();
        broker.server()
                .evaluate("begin application:set_env(rabbit, consumer_timeout, %d),"
                                .formatted(CONSUMER_TIMEOUT.toMillis())
                        + " application:set_env(rabbit, channel_tick_interval, 500) end.");
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void connect() {
        links = new Broker(broker.config());
        publisher = new ConfirmedPublisher(links, broker.config());
        await().until(publisher::isOpen);
    }

    @AfterEach
    void disconnect() throws Exception {
        replicas.forEach(Replica::close);
        publisher.stop(null);
        links.stop(null);
        broker.purge();
    }

    /** One process that consumes. */
    private record Replica(Broker links, QueueHandlers handlers, SimpleMeterRegistry metrics) {
        void close() {
            handlers.stop(null);
            links.stop(null);
        }

        double waitsFor(String cause) {
            return metrics.get("viva.consumer.waiting")
                    .tag("cause", cause)
                    .gauge()
                    .value();
        }
    }

    private Replica start(Switch database, Function<CloudEvent<?>, Uni<Void>> handling) {
        return start(database, Map.of("outage-retry", "500ms"), handling);
    }

    private Replica start(Switch database, Map<String, String> settings, Function<CloudEvent<?>, Uni<Void>> handling) {
        MessagingConfig config = broker.config(settings);
        Broker own = new Broker(config);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        QueueHandlers handlers = new QueueHandlers(
                List.of(new TestHandler(QUEUE, true, handling)),
                own,
                config,
                VERTX,
                metrics,
                MessageTraces.off(),
                new Fates(List.of(database, new NetworkDiagnosis())),
                List.of(database));
        handlers.start(null);
        Replica replica = new Replica(own, handlers, metrics);
        replicas.add(replica);
        await().until(() -> own.consuming().isOpen());
        return replica;
    }

    @Test
    void an_outage_longer_than_the_brokers_patience_costs_no_message_and_one_return() throws Exception {
        Switch database = new Switch();
        Recorder<UUID> attempts = new Recorder<>();
        Recorder<UUID> handled = new Recorder<>();
        database.off();
        // As the ten seconds that are the default are of a minute.
        Map<String, String> retry =
                Map.of("outage-retry", CONSUMER_TIMEOUT.dividedBy(6).toMillis() + "ms");
        Replica replica = start(database, retry, message -> {
            attempts.accept(message.id());
            return database.statement().invoke(() -> handled.accept(message.id()));
        });

        List<UUID> sent = say(20);
        await().until(() -> replica.waitsFor("database") == 1);
        await().until(() -> broker.ready(QUEUE) == 20);
        int tried = attempts.size();
        outlast(database, CONSUMER_TIMEOUT.multipliedBy(3));

        assertThat(attempts.size()).as("attempts while it waits").isEqualTo(tried);
        assertThat(replica.handlers().notes().get("consumer " + QUEUE)).contains("database", "switched off");
        database.on();
        await().untilAsserted(() -> assertThat(handled.snapshot()).containsExactlyElementsOf(sent));
        await().until(() -> replica.waitsFor("database") == 0);
        assertThat(replica.handlers().notes()).isEmpty();
        assertThat(broker.ready(Topology.deadLettersOf(QUEUE))).isZero();
        assertThat(replica.metrics().get("viva.consumers.refused").gauge().value())
                .as("the broker ended no channel")
                .isZero();
    }

    @Test
    void a_replica_without_its_database_leaves_the_queue_to_another_in_order() throws Exception {
        Switch gone = new Switch();
        Switch there = new Switch();
        Recorder<UUID> handled = new Recorder<>();
        Replica first = start(gone, message -> gone.statement().invoke(() -> handled.accept(message.id())));
        List<UUID> sent = new ArrayList<>(say(1));
        await().until(() -> handled.size() == 1);
        start(there, message -> {
            handled.accept(message.id());
            return there.statement();
        });

        gone.off();
        sent.addAll(say(50));

        await().untilAsserted(() -> assertThat(handled.snapshot()).containsExactlyElementsOf(sent));
        assertThat(first.waitsFor("database")).isOne();
        assertThat(broker.ready(Topology.deadLettersOf(QUEUE))).isZero();
    }

    @Test
    void two_replicas_keep_the_order_of_one_avatar() throws Exception {
        Recorder<UUID> handled = new Recorder<>();
        Switch there = new Switch();
        Function<CloudEvent<?>, Uni<Void>> slowAtTimes = message -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            VERTX.setTimer(1 + Math.floorMod(message.id().hashCode(), 7), _ -> {
                handled.accept(message.id());
                done.complete(null);
            });
            return Uni.createFrom().completionStage(done);
        };
        start(there, slowAtTimes);
        start(there, slowAtTimes);

        List<UUID> sent = say(200);

        await().untilAsserted(() -> assertThat(handled.snapshot()).containsExactlyElementsOf(sent));
    }

    @Test
    void a_handler_that_hangs_is_an_outage() throws Exception {
        Switch there = new Switch();
        Recorder<UUID> handled = new Recorder<>();
        Replica hanging = start(
                there,
                Map.of("outage-retry", "500ms", "handling-limit", "500ms"),
                message -> Uni.createFrom().nothing());
        List<UUID> sent = say(3);
        await().until(() -> hanging.waitsFor("unknown") == 1);

        start(there, message -> {
            handled.accept(message.id());
            return Uni.createFrom().voidItem();
        });

        await().untilAsserted(() -> assertThat(handled.snapshot()).containsAll(sent));
        assertThat(broker.ready(Topology.deadLettersOf(QUEUE))).isZero();
    }

    @Test
    void an_outage_that_one_message_has_for_itself_does_not_keep_the_others_for_ever() throws Exception {
        Switch there = new Switch();
        Switch never = new Switch();
        never.off();
        Recorder<UUID> handled = new Recorder<>();
        List<UUID> sent = new ArrayList<>();
        start(there, Map.of("outage-retry", "1500ms", "alone-limit", "1s"), message -> {
            if (message.subject().equals(SOL)) {
                return never.statement();
            }
            handled.accept(message.id());
            return Uni.createFrom().voidItem();
        });
        publisher
                .publish(Outgoing.event(messages.first(new MatchMutualV1(SOL, LUNA, "Luna"))))
                .await()
                .atMost(Waiting.PATIENCE);

        await().until(() -> {
            sent.addAll(say(1));
            return broker.ready(Topology.deadLettersOf(QUEUE)) == 1;
        });

        await().untilAsserted(() -> assertThat(handled.snapshot()).containsExactlyElementsOf(sent));
    }

    @Test
    void what_breaks_the_contract_or_is_of_another_type_is_dead_at_once() throws Exception {
        Switch there = new Switch();
        Recorder<UUID> attempts = new Recorder<>();
        start(there, message -> {
            attempts.accept(message.id());
            throw new IllegalArgumentException("must be in [0,1]: 7");
        });

        say(2);

        await().until(() -> broker.ready(Topology.deadLettersOf(QUEUE)) == 2);
        assertThat(attempts.size()).isEqualTo(2);
    }

    /** Waits for as many probes as an outage has in that time. */
    private static void outlast(Switch database, Duration outage) {
        long probes = database.questions() + outage.dividedBy(TestBroker.PROBE_EVERY);
        await().atMost(Waiting.PATIENCE.plus(outage)).until(() -> database.questions() >= probes);
    }

    private List<UUID> say(int count) {
        List<CloudEvent<MatchMutualV1>> events = IntStream.range(0, count)
                .mapToObj(_ -> messages.first(new MatchMutualV1(LUNA, SOL, "Sol")))
                .toList();
        publisher.publish(events.stream().map(Outgoing::event).toList()).await().atMost(Waiting.PATIENCE);
        return events.stream().map(CloudEvent::id).toList();
    }
}
