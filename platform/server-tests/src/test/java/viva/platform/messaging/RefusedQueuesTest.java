package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MatchMutualV1;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.TakeOver;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** What becomes of a queue that the broker has in another way than this version needs it. */
class RefusedQueuesTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static final int OF_EACH = 12;

    private final MessageFactory messages = new MessageFactory("test", MessageTraces.off());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private TestBroker broker;
    private Broker links;
    private Connection connection;
    private Channel channel;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.bare();
        links = new Broker(broker.config());
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.server().url());
        connection = factory.newConnection("refused queues test");
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    @AfterEach
    void stop() {
        links.stop(null);
        connection.abort();
        broker.close();
    }

    @Test
    void a_queue_that_the_broker_has_with_other_arguments_stops_its_consumer_alone_and_what_to_do_is_said()
            throws Exception {
        channel.queueDeclare(Topology.LIFE_BONDS, true, false, false, Map.of("x-queue-type", "quorum"));
        TakeOver first = new BrokerRooms(broker.server().url()).declare();
        await().until(() -> links.consuming().isOpen());
        Recorder<UUID> bonds = new Recorder<>();
        Recorder<UUID> timeline = new Recorder<>();
        consume(Topology.LIFE_BONDS, bonds);
        consume(Topology.GATEWAY_TIMELINE, timeline);
        List<UUID> old = publish(Topology.LIFE_BONDS);
        List<UUID> handled = publish(Topology.GATEWAY_TIMELINE);

        assertThat(first.refused()).containsExactly(Topology.LIFE_BONDS);
        assertThat(first.remarks())
                .singleElement()
                .asString()
                .contains(
                        "life.bonds.v2 has other arguments", "rabbitmqctl delete_queue life.bonds.v2", "prepare again");
        await().untilAsserted(() -> assertThat(timeline.snapshot()).containsExactlyElementsOf(handled));
        await().until(() -> refused(Topology.LIFE_BONDS) == 1);
        assertThat(bonds.snapshot()).isEmpty();
        assertThat(channel.messageCount(Topology.LIFE_BONDS)).isEqualTo(old.size());

        channel.queueDelete(Topology.LIFE_BONDS);
        TakeOver second = new BrokerRooms(broker.server().url()).declare();
        List<UUID> fresh = publish(Topology.LIFE_BONDS);

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

    private void consume(String queue, Recorder<UUID> ids) {
        new QueueConsumer(
                        links.consuming(),
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
    private List<UUID> publish(String queue) throws Exception {
        AMQP.BasicProperties durable =
                new AMQP.BasicProperties.Builder().deliveryMode(2).build();
        List<UUID> ids = new ArrayList<>();
        for (int n = 0; n < OF_EACH; n++) {
            CloudEvent<MatchMutualV1> event = messages.first(new MatchMutualV1(n % 2 == 0 ? LUNA : SOL, SOL, "Sol"));
            channel.basicPublish("", queue, durable, Envelopes.encode(event).getBytes(StandardCharsets.UTF_8));
            ids.add(event.id());
        }
        channel.waitForConfirmsOrDie(Waiting.PATIENCE.toMillis());
        return ids;
    }

    private double refused(String queue) {
        return metrics.get("viva.consumers.refused").tag("queue", queue).gauge().value();
    }
}
