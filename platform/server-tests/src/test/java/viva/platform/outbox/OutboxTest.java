package viva.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import viva.platform.messaging.HandlingMetrics;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.MessageTraces;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.QueueConsumer;
import viva.platform.messaging.Topology;
import viva.platform.testkit.Recorder;

class OutboxTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static OutboxWorld world;

    private final MessageFactory messages = new MessageFactory("test", MessageTraces.off());
    private final Recorder<UUID> received = new Recorder<>();
    private OutboxWorld.Replica replica;
    private QueueConsumer consumer;

    @BeforeAll
    static void startServers() {
        world = new OutboxWorld("outbox");
    }

    @AfterAll
    static void stopServers() {
        world.close();
    }

    @BeforeEach
    void startReplica() {
        replica = world.newReplica();
        HandlingMetrics metrics = HandlingMetrics.of(new SimpleMeterRegistry(), Topology.GATEWAY_TIMELINE);
        consumer = new QueueConsumer(
                replica.broker().consuming(),
                Topology.GATEWAY_TIMELINE,
                100,
                metrics,
                MessageTraces.off(),
                delivery -> {
                    received.accept(delivery.message().id());
                    delivery.ack();
                });
        consumer.start().await().atMost(OutboxWorld.LONG);
    }

    @AfterEach
    void stopReplica() {
        await().atMost(OutboxWorld.LONG).until(() -> world.count("outbox") == 0);
        consumer.stop().await().atMost(OutboxWorld.LONG);
        replica.close();
    }

    @Test
    void what_is_committed_is_published_and_then_forgotten() {
        List<Outgoing> said = events(1);

        inTransaction(tx -> replica.outbox().append(tx, said));

        await().atMost(OutboxWorld.LONG)
                .untilAsserted(() -> assertThat(received.snapshot()).containsExactlyElementsOf(ids(said)));
        await().atMost(OutboxWorld.LONG).until(() -> world.count("outbox") == 0);
    }

    @Test
    void what_expires_reaches_the_broker_with_what_is_left_of_its_time() {
        Outgoing worthless = events(1).getFirst().until(Instant.now().minusSeconds(1));
        List<Outgoing> said = events(1);
        consumer.stop().await().atMost(OutboxWorld.LONG);

        inTransaction(tx -> replica.outbox().append(tx, List.of(worthless, said.getFirst())));
        await().atMost(OutboxWorld.LONG).until(() -> world.count("outbox") == 0);
        consumer.start().await().atMost(OutboxWorld.LONG);

        await().atMost(OutboxWorld.LONG)
                .untilAsserted(() -> assertThat(received.snapshot()).containsExactlyElementsOf(ids(said)));
    }

    @Test
    void what_is_rolled_back_is_never_published() {
        List<Outgoing> unsaid = events(1);
        List<Outgoing> said = events(1);

        assertThatThrownBy(() -> inTransaction(tx -> replica.outbox()
                        .append(tx, unsaid)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back")))))
                .hasMessage("rolled back");
        inTransaction(tx -> replica.outbox().append(tx, said));

        await().atMost(OutboxWorld.LONG)
                .untilAsserted(() -> assertThat(received.snapshot()).containsExactlyElementsOf(ids(said)));
    }

    @Test
    void everything_said_while_the_broker_dies_arrives_in_order() {
        List<Outgoing> said = events(2_000);
        Thread death = Thread.ofVirtual().start(world::killAndRestartBroker);

        said.forEach(message -> inTransaction(tx -> replica.outbox().append(tx, List.of(message))));

        await().atMost(OutboxWorld.LONG)
                .untilAsserted(() -> assertThat(received.snapshot()).containsAll(ids(said)));
        assertThat(received.snapshot().stream().distinct()).containsExactlyElementsOf(ids(said));
        await().atMost(OutboxWorld.LONG).until(() -> !death.isAlive());
    }

    @Test
    void two_replicas_keep_the_order_of_one_outbox() {
        List<Outgoing> said = events(3_000);
        try (OutboxWorld.Replica second = world.newReplica()) {
            for (int i = 0; i < said.size(); i += 30) {
                List<Outgoing> part = said.subList(i, i + 30);
                Outbox through = i % 60 == 0 ? replica.outbox() : second.outbox();
                inTransaction(tx -> through.append(tx, part));
                through.committed();
            }

            await().atMost(OutboxWorld.LONG)
                    .untilAsserted(() -> assertThat(received.snapshot()).containsExactlyElementsOf(ids(said)));
        }
    }

    @Test
    void the_inbox_knows_a_message_only_after_the_commit() {
        Inbox inbox = new Inbox(world.config().getConfigMapping(OutboxConfig.class));
        UUID message = UUID.randomUUID();
        List<Boolean> answers = new ArrayList<>();

        assertThatThrownBy(() -> inTransaction(tx -> inbox.isNew(tx, "here", message)
                        .invoke(answers::add)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back")))))
                .hasMessage("rolled back");
        inTransaction(
                tx -> inbox.isNew(tx, "here", message).invoke(answers::add).replaceWithVoid());
        inTransaction(
                tx -> inbox.isNew(tx, "here", message).invoke(answers::add).replaceWithVoid());
        inTransaction(
                tx -> inbox.isNew(tx, "there", message).invoke(answers::add).replaceWithVoid());

        assertThat(answers).containsExactly(true, true, false, true);
    }

    private void inTransaction(Function<SqlConnection, Uni<Void>> work) {
        world.pool().withTransaction(work).await().atMost(OutboxWorld.LONG);
        replica.outbox().committed();
    }

    private List<Outgoing> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> {
                    CloudEvent<MatchMutualV1> event = messages.first(new MatchMutualV1(LUNA, SOL, "Sol"));
                    return Outgoing.event(event);
                })
                .toList();
    }

    private static List<UUID> ids(List<Outgoing> messages) {
        return messages.stream().map(m -> UUID.fromString(m.messageId())).toList();
    }
}
