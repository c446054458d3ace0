package viva.platform.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what the broker and the sender wrote on a dead letter, and makes of it what a replay publishes. */
final class LetterReader {
    /** How often a letter was replayed. RabbitMQ 4 takes no notice of an {@code x-death} that a client sends. */
    static final String REPLAYS = "viva-replays";

    private static final String UNKNOWN = "unknown";
    private static final String DEATHS = "x-death";
    private static final String QUEUE = "x-first-death-queue";
    private static final String REASON = "x-first-death-reason";

    /** What the broker writes begins so; no sender of ours uses such headers. */
    private static final String BROKERS = "x-";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LetterReader() {}

    static Letter letter(Delivery delivery) {
        Map<String, Object> headers = headers(delivery);
        JsonNode envelope = envelope(delivery.getBody());
        return new Letter(
                text(
                        delivery.getProperties().getMessageId(),
                        envelope.path("id").asText("")),
                envelope.path("type").asText(UNKNOWN),
                envelope.path("subject").asText(""),
                queue(delivery),
                text(headers.get(REASON), UNKNOWN),
                deaths(headers) + replays(headers),
                diedAt(headers),
                delivery.getBody().length);
    }

    /** The queue that it died in; the broker gives it that name as its routing key, too. */
    static String queue(Delivery delivery) {
        return text(headers(delivery).get(QUEUE), delivery.getEnvelope().getRoutingKey());
    }

    static LetterContent content(Delivery delivery) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers(delivery).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new LetterContent(letter(delivery), headers, new String(delivery.getBody(), StandardCharsets.UTF_8));
    }

    /**
     * As its sender published it, with the same id; without a user, which the broker would compare, and without what the broker wrote.
     */
    static AMQP.BasicProperties replayed(Delivery delivery) {
        Map<String, Object> headers = new HashMap<>(headers(delivery));
        int replays = replays(headers) + 1;
        headers.keySet().removeIf(name -> name.startsWith(BROKERS));
        headers.put(REPLAYS, replays);
        return delivery.getProperties()
                .builder()
                .headers(headers)
                .userId(null)
                .expiration(null)
                .deliveryMode(2)
                .build();
    }

    private static Map<String, Object> headers(Delivery delivery) {
        Map<String, Object> headers = delivery.getProperties().getHeaders();
        return headers == null ? Map.of() : headers;
    }

    private static int replays(Map<String, Object> headers) {
        return headers.get(REPLAYS) instanceof Number number ? number.intValue() : 0;
    }

    private static int deaths(Map<String, Object> headers) {
        long deaths = 0;
        for (Map<?, ?> death : records(headers)) {
            deaths += death.get("count") instanceof Number count ? count.longValue() : 1;
        }
        return Math.clamp(deaths, 1, Integer.MAX_VALUE / 2);
    }

    private static Instant diedAt(Map<String, Object> headers) {
        Instant latest = null;
        for (Map<?, ?> death : records(headers)) {
            if (death.get("time") instanceof Date time
                    && (latest == null || time.toInstant().isAfter(latest))) {
                latest = time.toInstant();
            }
        }
        return latest;
    }

    private static List<? extends Map<?, ?>> records(Map<String, Object> headers) {
        return headers.get(DEATHS) instanceof List<?> records
                ? records.stream()
                        .filter(Map.class::isInstance)
                        .map(record -> (Map<?, ?>) record)
                        .toList()
                : List.of();
    }

    private static JsonNode envelope(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private static String text(Object value, String absent) {
        return value == null ? absent : value.toString();
    }
}
