package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.message.OwnerMessageV1;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** A queue that is full, leaderless or not there holds up only what goes there or comes from there. */
class BlastRadiusTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final String LEADERLESS = "life.shard.5";
    private static final String HEALTHY = "life.shard.6";
    private static final int MANY = 5_000;
    private static TestBroker broker;

    private final MessageFactory messages = new MessageFactory("test", MessageTraces.off());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<QueueConsumer> consumers = new ArrayList<>();
    private Broker links;
    private ConfirmedPublisher publisher;

    @BeforeAll
    static void startBroker() {
        broker = new TestBroker();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void connect() {
        MessagingConfig config = broker.config();
        links = new Broker(config);
        publisher = new ConfirmedPublisher(links, config);
        await().until(() -> publisher.isOpen() && links.consuming().isOpen());
    }

    @AfterEach
    void disconnect() {
        consumers.forEach(consumer -> consumer.stop().await().atMost(Waiting.PATIENCE));
        publisher.stop(null);
        links.stop(null);
    }

    @Test
    void a_queue_without_a_leader_keeps_no_other_from_being_consumed() {
        broker.takeLeaderAway(LEADERLESS);
        Recorder<String> taken = new Recorder<>();
        try {
            List<String> queues =
                    IntStream.range(0, 64).mapToObj(n -> "life.shard." + n).toList();
            queues.forEach(queue -> consume(queue, taken));

            await().until(() -> refused() == 1);
            await().untilAsserted(() -> {
                publish(HEALTHY);
                assertThat(taken.snapshot()).contains(HEALTHY);
            });
            queues.stream().filter(queue -> !queue.equals(LEADERLESS)).forEach(this::publish);
            await().untilAsserted(() -> assertThat(taken.snapshot())
                    .containsAll(queues.stream()
                            .filter(queue -> !queue.equals(LEADERLESS))
                            .toList()));
            assertThat(links.consuming().isOpen()).isTrue();
        } finally {
            broker.bringLeaderBack(LEADERLESS);
        }

        await().until(() -> refused() == 0);
        publish(LEADERLESS);
        await().untilAsserted(() -> assertThat(taken.snapshot()).contains(LEADERLESS));
    }

    @Test
    void a_message_that_is_refused_fails_alone() throws Exception {
        try (Connection connection = raw();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(
                    "small", false, false, true, Map.of("x-max-length", 1, "x-overflow", "reject-publish"));
            channel.queueBind("small", Topology.COMMANDS, "small");
            publish("small");

            Recorder<String> answers = new Recorder<>();
            List<String> keys = List.of(HEALTHY, "small", HEALTHY, "small", HEALTHY);
            keys.forEach(key -> publisher
                    .publish(command(key))
                    .subscribe()
                    .with(
                            _ -> answers.accept(key + " confirmed"),
                            failure -> answers.accept(
                                    key + " " + failure.getClass().getSimpleName())));

            await().untilAsserted(() -> assertThat(answers.snapshot())
                    .containsExactlyInAnyOrder(
                            HEALTHY + " confirmed",
                            HEALTHY + " confirmed",
                            HEALTHY + " confirmed",
                            "small Refused",
                            "small Refused"));
        }
    }

    @Test
    void a_message_to_nowhere_closes_the_channel_and_is_found_among_many() {
        Outgoing nowhere = nowhere();
        List<Outgoing> left = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            left.add(command(HEALTHY));
        }
        left.add(nowhere);
        for (int n = 0; n < 5; n++) {
            left.add(command(HEALTHY));
        }

        await().untilAsserted(() -> {
            Map<Outgoing, Throwable> failed = publishAll(left);
            left.retainAll(failed.keySet());
            assertThat(failed).containsOnlyKeys(nowhere);
            assertThat(failed.get(nowhere)).isInstanceOf(NotConfirmed.Refused.class);
        });
        await().untilAsserted(() -> publish(HEALTHY));
    }

    @Test
    void what_is_published_together_keeps_its_order_when_the_broker_closes_the_channel() throws Exception {
        List<Outgoing> said =
                IntStream.range(0, MANY).mapToObj(_ -> command(HEALTHY)).toList();
        List<Outgoing> left = new ArrayList<>(said);
        Outgoing nowhere = nowhere();
        // Some before it have no answer when the broker closes the channel, and some behind it still wait.
        left.add(100, nowhere);
        Recorder<String> taken = new Recorder<>();
        try (Connection connection = raw();
                Channel channel = connection.createChannel()) {
            channel.queuePurge(HEALTHY);
            channel.basicConsume(
                    HEALTHY,
                    true,
                    (_, delivery) -> taken.accept(delivery.getProperties().getMessageId()),
                    _ -> {});

            await().untilAsserted(() -> {
                left.retainAll(publishAll(left).keySet());
                assertThat(left).containsExactly(nowhere);
            });

            await().untilAsserted(() -> assertThat(taken.snapshot().stream().distinct())
                    .containsExactlyElementsOf(
                            said.stream().map(Outgoing::messageId).toList()));
        }
    }

    @Test
    void what_is_published_together_keeps_its_order_when_too_many_messages_wait() {
        ConfirmedPublisher narrow = new ConfirmedPublisher(links, broker.config(Map.of("publisher-backlog", "10")));
        await().until(narrow::isOpen);
        PublishBatch batch = new PublishBatch();

        List<CompletableFuture<Void>> answers = IntStream.range(0, MANY)
                .mapToObj(_ -> narrow.publish(command(HEALTHY), batch).subscribeAsCompletionStage())
                .toList();

        await().until(() -> answers.stream().allMatch(CompletableFuture::isDone));
        assertThat(answers.stream().dropWhile(answer -> !answer.isCompletedExceptionally()))
                .isNotEmpty()
                .allMatch(CompletableFuture::isCompletedExceptionally);
        narrow.stop(null);
    }

    /** Publishes all together; the answer says which failed and why. */
    private Map<Outgoing, Throwable> publishAll(List<Outgoing> all) {
        Map<Outgoing, CompletableFuture<Void>> answers = new HashMap<>();
        PublishBatch batch = new PublishBatch();
        for (Outgoing message : all) {
            answers.put(message, publisher.publish(message, batch).subscribeAsCompletionStage());
        }
        await().until(() -> answers.values().stream().allMatch(CompletableFuture::isDone));
        Map<Outgoing, Throwable> failed = new HashMap<>();
        answers.forEach((message, answer) -> {
            if (answer.isCompletedExceptionally()) {
                failed.put(message, answer.exceptionNow());
            }
        });
        return failed;
    }

    @Test
    void a_queue_that_is_deleted_costs_its_consumer_alone() throws Exception {
        Recorder<String> taken = new Recorder<>();
        try (Connection connection = raw();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare("passing", true, false, false, Map.of());
            channel.queuePurge(HEALTHY);
            consume("passing", taken);
            consume(HEALTHY, taken);
            await().untilAsserted(
                            () -> assertThat(channel.consumerCount("passing")).isOne());

            channel.queueDelete("passing");

            await().until(() -> refused() == 1);
            publish(HEALTHY);
            await().untilAsserted(() -> assertThat(taken.snapshot()).containsExactly(HEALTHY));
            channel.queueDeclare("passing", true, false, false, Map.of());
            await().until(() -> refused() == 0);
            channel.queueDelete("passing");
        }
    }

    private double refused() {
        return metrics.find("viva.consumers.refused").gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }

    private void consume(String queue, Recorder<String> taken) {
        QueueConsumer consumer = new QueueConsumer(
                links.consuming(), queue, 10, HandlingMetrics.of(metrics, queue), MessageTraces.off(), delivery -> {
                    taken.accept(queue);
                    delivery.ack();
                });
        consumers.add(consumer);
        consumer.start().await().atMost(Waiting.PATIENCE);
    }

    private void publish(String queue) {
        publisher.publish(command(queue)).await().atMost(Waiting.PATIENCE);
    }

    private Outgoing command(String key) {
        OwnerMessageV1 said = new OwnerMessageV1(
                LUNA, new AccountId(UUID.randomUUID()), new MessageId(UUID.randomUUID()), "Hi", Instant.EPOCH);
        return Outgoing.command(messages.first(said), key);
    }

    private static Outgoing nowhere() {
        return new Outgoing(UUID.randomUUID().toString(), "no.such.exchange", "key", "{}");
    }

    private static Connection raw() throws IOException {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(broker.config().url());
            return factory.newConnection();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
