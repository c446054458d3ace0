package viva.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a world's broker holds. Names come from the management API, which lags; counts come from the queues themselves. */
record BrokerView(URI amqp, URI management) {
    /** A queue that hands out nothing for so long has handed out everything. */
    private static final long SILENCE_MILLIS = 1_000;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Whether every queue that a service works on has a consumer and nothing that waits. */
    void requireConsumedAndEmpty() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(amqp);
        try (Connection connection = factory.newConnection("system tests");
                Channel channel = connection.createChannel()) {
            for (String queue : workQueues()) {
                AMQP.Queue.DeclareOk found = channel.queueDeclarePassive(queue);
                assertThat(found.getConsumerCount())
                        .as("consumers of %s", queue)
                        .isPositive();
                assertThat(found.getMessageCount()).as("messages in %s", queue).isZero();
            }
        }
    }

    /** The messages that failed or are unroutable; all of them stay where they are. */
    List<String> deadLetters() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(amqp);
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        List<String> bodies = new ArrayList<>();
        try (Connection connection = factory.newConnection("system tests");
                Channel channel = connection.createChannel()) {
            for (String queue :
                    durableQueues().stream().filter(BrokerView::isGrave).toList()) {
                channel.basicConsume(
                        queue,
                        false,
                        (_, delivery) -> arrived.add(new String(delivery.getBody(), StandardCharsets.UTF_8)),
                        _ -> {});
            }
            for (String body = arrived.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
                    body != null;
                    body = arrived.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                bodies.add(body);
            }
        }
        return bodies;
    }

    /** Whether no message has died. */
    void requireNoDeadLetters() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(amqp);
        try (Connection connection = factory.newConnection("system tests");
                Channel channel = connection.createChannel()) {
            for (String queue : durableQueues()) {
                if (isGrave(queue)) {
                    assertThat(channel.queueDeclarePassive(queue).getMessageCount())
                            .as("messages in %s", queue)
                            .isZero();
                }
            }
        }
    }

    /** Durable queues but those where failed and unroutable messages end. */
    private List<String> workQueues() throws Exception {
        List<String> names =
                durableQueues().stream().filter(queue -> !isGrave(queue)).toList();
        assertThat(names).as("queues").isNotEmpty();
        return names;
    }

    private static boolean isGrave(String queue) {
        return queue.endsWith(".dead") || queue.equals("unroutable");
    }

    private List<String> durableQueues() throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString(management.getUserInfo().getBytes(StandardCharsets.UTF_8));
        URI queues = URI.create("http://%s:%d/api/queues/%%2F".formatted(management.getHost(), management.getPort()));
        HttpRequest request = HttpRequest.newBuilder(queues)
                .header("Authorization", "Basic " + credentials)
                .build();
        JsonNode found = new ObjectMapper()
                .readTree(
                        HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        List<String> names = new ArrayList<>();
        for (JsonNode queue : found) {
            String name = queue.path("name").asText();
            if (queue.path("durable").asBoolean()) {
                names.add(name);
            }
        }
        return names;
    }
}
