package viva.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitManagement;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** A virtual host with VIVA's queues, in which letters of the life service are dead. */
final class LetterWorld implements AutoCloseable {
    static final String DEAD = "life.dead";
    static final String SHARD = "life.shard.5";
    static final String BONDS = "life.bonds.v2";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI url;
    private final Connection connection;
    private final Channel channel;

    LetterWorld(RabbitServer broker, String name) throws Exception {
        new RabbitManagement(broker.managementUrl()).createVirtualHost(name);
        url = broker.url().resolve("/" + name);
        new BrokerRooms(url).declare();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(url);
        connection = factory.newConnection("dead letters test");
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    Channel channel() {
        return channel;
    }

    Channel otherChannel() throws IOException {
        return connection.createChannel();
    }

    DeadLetters letters() {
        return new DeadLetters(url.toString(), "life", PATIENCE);
    }

    DeadLetters letters(int mostKept) {
        return new DeadLetters(url.toString(), "life", PATIENCE, mostKept);
    }

    /** Lets a message die as a handler does that gives it up. */
    void reject(String queue, String id, String type) throws Exception {
        int before = waiting(DEAD);
        AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder()
                .messageId(id)
                .contentType("application/cloudevents+json")
                .headers(Map.of("origin", "a test"))
                .deliveryMode(2)
                .build();
        channel.basicPublish("", queue, properties, body(type));
        confirm();
        kill(queue);
        awaitWaiting(DEAD, before + 1);
    }

    /** Refuses the only message of a queue. */
    void kill(String queue) throws IOException {
        channel.basicReject(take(queue).getEnvelope().getDeliveryTag(), false);
    }

    /** The only message of a queue, in hand. By a consumer: a queue with a single active one allows no gets. */
    Delivery take(String queue) throws IOException {
        Recorder<Delivery> taken = new Recorder<>();
        String tag = channel.basicConsume(queue, false, (_, got) -> taken.accept(got), _ -> {});
        await().until(() -> taken.size() == 1);
        channel.basicCancel(tag);
        return taken.snapshot().getFirst();
    }

    /** Puts a letter among the dead as if the broker had, at a certain time. */
    void bury(String id, String queue, String type, String reason, Instant diedAt) throws IOException {
        Map<String, Object> death = Map.of("count", 1L, "reason", reason, "queue", queue, "time", Date.from(diedAt));
        AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder()
                .messageId(id)
                .headers(
                        Map.of("x-death", List.of(death), "x-first-death-queue", queue, "x-first-death-reason", reason))
                .deliveryMode(2)
                .build();
        channel.basicPublish("", DEAD, properties, body(type));
    }

    void bury(String id, String queue, String type) throws IOException {
        bury(id, queue, type, "rejected", Instant.parse("2026-11-29T12:00:00Z"));
    }

    /** Waits for all that was published to be at the broker. */
    void confirm() throws Exception {
        channel.waitForConfirmsOrDie(Waiting.PATIENCE.toMillis());
    }

    int waiting(String queue) throws IOException {
        return Math.toIntExact(channel.messageCount(queue));
    }

    /** The broker counts what it was told a moment ago a moment later. */
    void awaitWaiting(String queue, int expected) {
        await().untilAsserted(() -> assertThat(waiting(queue)).isEqualTo(expected));
    }

    /** All that a queue holds, taken out. */
    List<GetResponse> drain(String queue) throws IOException {
        List<GetResponse> taken = new ArrayList<>();
        for (GetResponse got = channel.basicGet(queue, true); got != null; got = channel.basicGet(queue, true)) {
            taken.add(got);
        }
        return taken;
    }

    private static byte[] body(String type) {
        return """
                {"type": "%s", "subject": "luna", "data": {"content": "words"}}""".formatted(type).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        connection.abort();
    }
}
