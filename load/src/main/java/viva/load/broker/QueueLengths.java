package viva.load.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import viva.platform.servers.ServerFailure;

/** How many messages each durable queue holds, waiting or unacknowledged. RabbitMQ's management tells it a few seconds late. */
public final class QueueLengths {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final String DEFAULT_HOST = "%2F";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final HttpRequest question;

    /**
     * @param management {@code http://user:password@host:port}
     * @param broker {@code amqp://user:password@host:port/vhost}
     */
    public QueueLengths(URI management, URI broker) {
        String credentials =
                Base64.getEncoder().encodeToString(management.getUserInfo().getBytes(StandardCharsets.UTF_8));
        this.question = HttpRequest.newBuilder(URI.create("%s://%s:%d/api/queues/%s?columns=name,durable,messages"
                        .formatted(
                                management.getScheme(),
                                management.getHost(),
                                management.getPort(),
                                virtualHost(broker))))
                .timeout(LIMIT)
                .header("Authorization", "Basic " + credentials)
                .build();
    }

    /** As it stands in a path. */
    static String virtualHost(URI broker) {
        String path = broker.getRawPath();
        return path == null || path.length() < 2 ? DEFAULT_HOST : path.substring(1);
    }

    /** The lengths by name. */
    public Map<String, Long> now() {
        try {
            HttpResponse<String> answer = client.send(question, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new ServerFailure("RabbitMQ's management answered %d.".formatted(answer.statusCode()));
            }
            return parse(json.readTree(answer.body()));
        } catch (IOException e) {
            throw new ServerFailure("RabbitMQ's management does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted", e);
        }
    }

    /** A queue whose length is not known yet is left out. */
    static Map<String, Long> parse(JsonNode queues) {
        Map<String, Long> lengths = new TreeMap<>();
        for (JsonNode queue : queues) {
            if (queue.path("durable").asBoolean() && queue.path("messages").isNumber()) {
                lengths.put(queue.path("name").asText(), queue.path("messages").asLong());
            }
        }
        return lengths;
    }
}
