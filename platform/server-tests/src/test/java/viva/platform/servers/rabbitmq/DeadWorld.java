package viva.platform.servers.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import viva.platform.messaging.Topology;
import viva.platform.testkit.Recorder;

/** A virtual host in whose queues messages die, and what a test sees there. */
final class DeadWorld implements AutoCloseable {
    private static final long CONFIRM_MILLIS = 60_000;

    private final Connection connection;
    private final Channel channel;
    private Channel rejecting;

    DeadWorld(URI url) throws Exception {
        connection = connect(url);
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    static Connection connect(URI url) throws IOException {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(url);
            factory.setAutomaticRecoveryEnabled(false);
            return factory.newConnection("take-over test");
        } catch (URISyntaxException | GeneralSecurityException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    Channel channel() {
        return channel;
    }

    /** A message as an operator sees it; the broker's count of deliveries is none of its own. */
    record Letter(String id, String diedIn, String body, String exchange, String routingKey, String properties) {
        static Letter of(Delivery got) {
            Map<String, Object> headers = new TreeMap<>(got.getProperties().getHeaders());
            headers.remove("x-delivery-count");
            AMQP.BasicProperties properties =
                    got.getProperties().builder().headers(headers).build();
            return new Letter(
                    properties.getMessageId(),
                    headers.get("x-first-death-queue").toString(),
                    new String(got.getBody(), StandardCharsets.UTF_8),
                    got.getEnvelope().getExchange(),
                    got.getEnvelope().getRoutingKey(),
                    properties.toString());
        }
    }

    /**
     * Lets messages die in some queues; their ids are {@link #ids}.
     *
     * @param counts how many in each
     * @param grave of a queue; it was empty before
     */
    void kill(Map<String, Integer> counts, UnaryOperator<String> grave) throws Exception {
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            for (int n = 0; n < entry.getValue(); n++) {
                channel.basicPublish("", entry.getKey(), properties(id(entry.getKey(), n)), body(n));
            }
        }
        channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
        rejecting = connection.createChannel();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            reject(entry.getKey());
        }
        Map<String, Integer> expected = new TreeMap<>();
        counts.forEach((queue, count) -> expected.merge(grave.apply(queue), count, Integer::sum));
        expected.forEach((name, count) -> await().untilAsserted(
                        () -> assertThat(channel.messageCount(name)).isEqualTo((long) count)));
        rejecting.close();
    }

    /** By a consumer: a queue with a single active one allows no gets. */
    private void reject(String queue) throws IOException {
        rejecting.basicConsume(
                queue,
                false,
                (_, living) -> rejecting.basicReject(living.getEnvelope().getDeliveryTag(), false),
                _ -> {});
    }

    /** Of all messages that {@link #kill} lets die, in alphabetical order. */
    static List<String> ids(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .flatMap(entry -> IntStream.range(0, entry.getValue()).mapToObj(n -> id(entry.getKey(), n)))
                .sorted()
                .toList();
    }

    private static String id(String queue, int n) {
        return queue + "#" + n;
    }

    /** What a queue holds. It keeps it, and has it back when this returns. */
    List<Letter> look(String queue) throws Exception {
        await().until(() -> channel.consumerCount(queue) == 0);
        long count = channel.messageCount(queue);
        Recorder<Letter> letters = new Recorder<>();
        Channel reading = connection.createChannel();
        reading.basicConsume(queue, false, (_, got) -> letters.accept(Letter.of(got)), _ -> {});
        await().untilAsserted(() -> assertThat(letters.size()).isEqualTo((int) count));
        reading.close();
        await().until(() -> channel.consumerCount(queue) == 0 && channel.messageCount(queue) == count);
        return letters.snapshot();
    }

    /** What the dead letter queues of all services hold. */
    List<Letter> lookAtAll() throws Exception {
        List<Letter> letters = new ArrayList<>();
        for (Topology.Queue queue : Topology.queues()) {
            if (queue.exchange().equals(Topology.DEAD)) {
                letters.addAll(look(queue.name()));
            }
        }
        return letters;
    }

    boolean has(String queue) throws IOException {
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

    private static AMQP.BasicProperties properties(String id) {
        return new AMQP.BasicProperties.Builder()
                .messageId(id)
                .contentType("application/cloudevents+json")
                .contentEncoding("utf-8")
                .correlationId("correlation of " + id)
                .type("test.v1")
                .appId("test")
                .priority(3)
                .timestamp(Date.from(Instant.ofEpochSecond(1_790_000_000)))
                .headers(Map.of("traceparent", "00-" + id, "tries", 7, "late", true))
                .deliveryMode(2)
                .build();
    }

    private static byte[] body(int n) {
        return ("message " + n).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        connection.abort();
    }
}
