package viva.platform.servers.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What {@code deploy/rabbitmq/definitions.json} says: the exchanges, queues and bindings of VIVA, and the rights of its services; and
 * what {@code former.json} beside it says: bindings of earlier versions that this one does without.
 */
final class Definitions {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode ALL = load("definitions.json");
    private static final JsonNode FORMER = load("former.json");

    private Definitions() {}

    record Exchange(String name, String type, Map<String, Object> arguments) {}

    record Queue(String name, Map<String, Object> arguments) {}

    /** @param arguments what a headers exchange compares */
    record Binding(String exchange, String queue, String routingKey, Map<String, Object> arguments) {
        Binding(String exchange, String queue, String routingKey) {
            this(exchange, queue, routingKey, Map.of());
        }
    }

    /** A binding of an exchange to another one. */
    record Link(String exchange, String target, String routingKey) {}

    /** @param rights the three regular expressions as JSON */
    record Permission(String user, String rights) {}

    /** In the order to declare them in. */
    static List<Exchange> exchanges() {
        return items("exchanges")
                .map(item -> new Exchange(text(item, "name"), text(item, "type"), arguments(item)))
                .toList();
    }

    static List<Queue> queues() {
        return items("queues")
                .map(item -> new Queue(text(item, "name"), arguments(item)))
                .toList();
    }

    static List<Binding> bindings() {
        return bindings(ALL);
    }

    /** Bindings that are to be taken away when those of today are there. */
    static List<Binding> formerBindings() {
        return bindings(FORMER);
    }

    private static List<Binding> bindings(JsonNode all) {
        return items(all, "bindings")
                .filter(item -> text(item, "destination_type").equals("queue"))
                .map(item -> new Binding(
                        text(item, "source"), text(item, "destination"), text(item, "routing_key"), arguments(item)))
                .toList();
    }

    /** To be declared after the {@link #bindings()}, so that nothing is led astray. */
    static List<Link> links() {
        return items("bindings")
                .filter(item -> text(item, "destination_type").equals("exchange"))
                .map(item -> new Link(text(item, "source"), text(item, "destination"), text(item, "routing_key")))
                .toList();
    }

    /** How many messages a queue holds at most. */
    static long lengthLimit(String queue) {
        return queues().stream()
                .filter(found -> found.name().equals(queue))
                .map(found -> (Number) found.arguments().get("x-max-length"))
                .mapToLong(Number::longValue)
                .findFirst()
                .orElseThrow();
    }

    /** What {@code user} may do with exchanges and queues. */
    static List<Permission> permissions(String user) {
        return rights("permissions", user);
    }

    /** What {@code user} may do with the routing keys of topic exchanges. */
    static List<Permission> topicPermissions(String user) {
        return rights("topic_permissions", user);
    }

    private static List<Permission> rights(String kind, String user) {
        return items(kind)
                .filter(item -> text(item, "user").equals(user))
                .map(item -> new Permission(user, item.toString()))
                .toList();
    }

    private static Stream<JsonNode> items(String name) {
        return items(ALL, name);
    }

    private static Stream<JsonNode> items(JsonNode all, String name) {
        return StreamSupport.stream(all.path(name).spliterator(), false);
    }

    private static String text(JsonNode item, String name) {
        return item.path(name).asText();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> arguments(JsonNode item) {
        return MAPPER.convertValue(item.path("arguments"), Map.class);
    }

    private static JsonNode load(String name) {
        try (InputStream file = Definitions.class.getResourceAsStream(name)) {
            return MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
