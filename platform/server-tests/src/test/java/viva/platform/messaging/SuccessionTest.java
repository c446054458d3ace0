package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MatchMutualV1;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.LaterVersion;
import viva.platform.servers.rabbitmq.TakeOver;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** What becomes of queues, and of the messages in them, when a version needs others. */
class SuccessionTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static final int OF_EACH = 12;

    private final MessageFactory messages = new MessageFactory("test", MessageTraces.off());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<Broker> replicas = new ArrayList<>();
    private TestBroker broker;
    private Connection connection;
    private Channel channel;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.bare();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.server().url());
        connection = factory.newConnection("succession test");
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    @AfterEach
    void stop() {
        replicas.forEach(replica -> replica.stop(null));
        connection.abort();
        broker.close();
    }

    @Test
    void a_world_whose_queues_all_hold_messages_loses_none_and_keeps_their_order_and_the_old_queues_are_gone()
            throws Exception {
        broker.declareTopology();
        Map<String, List<UUID>> expected = new TreeMap<>();
        for (Topology.Queue queue : LaterVersion.changed()) {
            expected.put(queue.name(), publish("", queue.name()));
        }

        TakeOver takeOver = LaterVersion.declare(broker.server().url());
        for (Topology.Queue queue : LaterVersion.changed()) {
            expected.get(queue.name()).addAll(publish("", LaterVersion.successor(queue.name())));
        }
        Map<String, Recorder<UUID>> handled = new TreeMap<>();
        Broker replica = replica();
        for (String queue : expected.keySet()) {
            Recorder<UUID> ids = new Recorder<>();
            handled.put(queue, ids);
            consume(replica, queue, delivery -> {
                ids.accept(delivery.message().id());
                delivery.ack();
            });
        }

        assertThat(takeOver.remarks()).isEmpty();
        expected.forEach((queue, ids) -> await().untilAsserted(() ->
                assertThat(handled.get(queue).snapshot()).as(queue).containsExactlyElementsOf(ids)));
        for (String queue : expected.keySet()) {
            assertThat(has(queue)).as(queue).isFalse();
        }
    }

    @Test
    void what_is_said_while_the_bindings_change_is_in_one_of_the_queues_and_later_in_the_successor_alone()
            throws Exception {
        broker.declareTopology();
        publish(Topology.EVENTS, "match.mutual." + LUNA);

        LaterVersion.declare(broker.server().url());
        publish(Topology.EVENTS, "match.mutual." + LUNA);

        String timeline = Topology.GATEWAY_TIMELINE;
        assertThat(channel.messageCount(timeline)).isEqualTo(OF_EACH);
        assertThat(channel.messageCount(LaterVersion.successor(timeline))).isEqualTo(OF_EACH);
        assertThat(has(Topology.MATCHMAKER_BONDS))
                .as("an empty queue that nobody reads")
                .isFalse();
    }

    @Test
    void nothing_of_a_successor_is_handled_while_anybody_has_an_old_message_in_hand() throws Exception {
        broker.declareTopology();
        String timeline = Topology.GATEWAY_TIMELINE;
        publish("", timeline);
        LaterVersion.declare(broker.server().url());
        List<UUID> later = publish("", LaterVersion.successor(timeline));
        Recorder<Delivery> held = new Recorder<>();
        Recorder<UUID> second = new Recorder<>();

        consume(replica(), timeline, delivery -> {
            if (later.contains(delivery.message().id())) {
                second.accept(delivery.message().id());
                delivery.ack();
            } else {
                held.accept(delivery);
            }
        });
        await().until(() -> held.size() == OF_EACH);
        consume(replica(), timeline, delivery -> {
            second.accept(delivery.message().id());
            delivery.ack();
        });
        held.snapshot().stream().skip(1).forEach(Delivery::ack);
        await().until(() -> readers(timeline) == 1);

        assertThat(second.snapshot()).isEmpty();
        assertThat(has(timeline)).isTrue();
        held.snapshot().getFirst().ack();
        await().untilAsserted(() -> assertThat(second.snapshot()).containsExactlyElementsOf(later));
        assertThat(has(timeline)).isFalse();
    }

    @Test
    void a_queue_that_the_broker_has_with_other_arguments_stops_its_consumer_alone_and_what_to_do_is_said()
            throws Exception {
        channel.queueDeclare(Topology.LIFE_BONDS, true, false, false, Map.of("x-queue-type", "quorum"));
        TakeOver first = new BrokerRooms(broker.server().url()).declare();
        Broker replica = replica();
        Recorder<UUID> bonds = new Recorder<>();
        Recorder<UUID> timeline = new Recorder<>();
        consumeOwn(replica, Topology.LIFE_BONDS, bonds);
        consumeOwn(replica, Topology.GATEWAY_TIMELINE, timeline);
        List<UUID> old = publish("", Topology.LIFE_BONDS);
        List<UUID> handled = publish("", Topology.GATEWAY_TIMELINE);

        assertThat(first.refused()).containsExactly(Topology.LIFE_BONDS);
        assertThat(first.remarks())
                .singleElement()
                .asString()
                .contains("life.bonds has other arguments", "rabbitmqctl delete_queue life.bonds", "prepare again");
        await().untilAsserted(() -> assertThat(timeline.snapshot()).containsExactlyElementsOf(handled));
        await().until(() -> refused(Topology.LIFE_BONDS) == 1);
        assertThat(bonds.snapshot()).isEmpty();
        assertThat(channel.messageCount(Topology.LIFE_BONDS)).isEqualTo(old.size());

        channel.queueDelete(Topology.LIFE_BONDS);
        TakeOver second = new BrokerRooms(broker.server().url()).declare();
        List<UUID> fresh = publish("", Topology.LIFE_BONDS);

        assertThat(second.refused()).isEmpty();
        await().untilAsserted(() -> assertThat(bonds.snapshot()).containsExactlyElementsOf(fresh));
        assertThat(refused(Topology.LIFE_BONDS)).isZero();
    }

    @Test
    void a_binding_of_the_version_before_is_taken_away() throws Exception {
        broker.declareTopology();
        String dead = Topology.deadLettersOf(Topology.LLM_INTERACTIVE);
        channel.queueBind(dead, Topology.DEAD, Topology.LLM_INTERACTIVE);

        broker.declareTopology();
        channel.basicPublish(
                "",
                Topology.LLM_INTERACTIVE,
                new AMQP.BasicProperties.Builder()
                        .expiration("1")
                        .deliveryMode(2)
                        .build(),
                new byte[] {1});

        await().until(() -> channel.messageCount(Topology.LLM_EXPIRED) == 1);
        assertThat(channel.messageCount(dead)).isZero();
    }

    private Broker replica() {
        Broker replica = new Broker(broker.config());
        replicas.add(replica);
        await().until(() -> replica.consuming().isOpen());
        return replica;
    }

    /** As a service of the later version consumes the successor of {@code former}. */
    private void consume(Broker replica, String former, Consumer<Delivery> receiver) {
        new QueueConsumer(
                        replica.consuming(),
                        LaterVersion.successor(former),
                        new Succession(List.of(former)),
                        OF_EACH,
                        HandlingMetrics.of(metrics, LaterVersion.successor(former)),
                        MessageTraces.off(),
                        receiver)
                .start()
                .await()
                .atMost(Waiting.PATIENCE);
    }

    private void consumeOwn(Broker replica, String queue, Recorder<UUID> ids) {
        new QueueConsumer(
                        replica.consuming(),
                        queue,
                        OF_EACH,
                        HandlingMetrics.of(metrics, queue),
                        MessageTraces.off(),
                        delivery -> {
                            ids.accept(delivery.message().id());
                            delivery.ack();
                        })
                .start()
                .await()
                .atMost(Waiting.PATIENCE);
    }

    /** Some messages, in order; returns their ids. */
    private List<UUID> publish(String exchange, String key) throws Exception {
        AMQP.BasicProperties durable =
                new AMQP.BasicProperties.Builder().deliveryMode(2).build();
        List<UUID> ids = new ArrayList<>();
        for (int n = 0; n < OF_EACH; n++) {
            CloudEvent<MatchMutualV1> event = messages.first(new MatchMutualV1(n % 2 == 0 ? LUNA : SOL, SOL, "Sol"));
            channel.basicPublish(exchange, key, durable, Envelopes.encode(event).getBytes(StandardCharsets.UTF_8));
            ids.add(event.id());
        }
        channel.waitForConfirmsOrDie(Waiting.PATIENCE.toMillis());
        return ids;
    }

    private double refused(String queue) {
        return metrics.get("viva.messages.refused").tag("queue", queue).gauge().value();
    }

    private long readers(String queue) throws IOException {
        return channel.consumerCount(queue);
    }

    private boolean has(String queue) throws IOException {
        Channel asking = connection.createChannel();
        try {
            asking.queueDeclarePassive(queue);
            return true;
        } catch (IOException absent) {
            return false;
        } finally {
            asking.abort();
        }
    }
}
