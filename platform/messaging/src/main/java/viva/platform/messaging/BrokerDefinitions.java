package viva.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * {@link Topology} and {@link BrokerRights} in the format that RabbitMQ exports and imports, and the bindings of earlier versions that are to be
 * taken away. The users have no password there, so nobody can log in as one of them before a deployment gives it one.
 */
final class BrokerDefinitions {
    private static final String VIRTUAL_HOST = "/";
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private BrokerDefinitions() {}

    /** The text of {@code deploy/rabbitmq/definitions.json}. */
    static String json() {
        ObjectNode all = MAPPER.createObjectNode();
        all.putArray("vhosts").addObject().put("name", VIRTUAL_HOST);
        addUsers(all, BrokerRights.all());
        addExchanges(all);
        addQueues(all);
        addBindings(all.putArray("bindings"), Topology.bindings());
        return text(all);
    }

    /** The text of {@code deploy/rabbitmq/former.json}: what the preparation of this version takes away. */
    static String former() {
        ObjectNode all = MAPPER.createObjectNode();
        addBindings(all.putArray("bindings"), Topology.formerBindings());
        return text(all);
    }

    private static String text(ObjectNode all) {
        try {
            return MAPPER.writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addUsers(ObjectNode all, List<BrokerRights> everybody) {
        ArrayNode users = all.putArray("users");
        ArrayNode permissions = all.putArray("permissions");
        ArrayNode topics = all.putArray("topic_permissions");
        for (BrokerRights rights : everybody) {
            users.addObject()
                    .put("name", rights.service())
                    .put("password_hash", "")
                    .put("tags", "");
            permissions
                    .addObject()
                    .put("user", rights.service())
                    .put("vhost", VIRTUAL_HOST)
                    .put("configure", rights.configure())
                    .put("write", rights.write())
                    .put("read", rights.read());
            rights.publishes()
                    .forEach((exchange, keys) -> topics.addObject()
                            .put("user", rights.service())
                            .put("vhost", VIRTUAL_HOST)
                            .put("exchange", exchange)
                            .put("write", keys)
                            .put("read", rights.listens().get(exchange)));
        }
    }

    private static void addExchanges(ObjectNode all) {
        ArrayNode exchanges = all.putArray("exchanges");
        for (Topology.Exchange exchange : Topology.exchanges()) {
            exchanges
                    .addObject()
                    .put("name", exchange.name())
                    .put("vhost", VIRTUAL_HOST)
                    .put("type", exchange.type().name().toLowerCase(Locale.ROOT))
                    .put("durable", true)
                    .put("auto_delete", false)
                    .put("internal", false)
                    .set("arguments", MAPPER.valueToTree(exchange.arguments()));
        }
    }

    private static void addQueues(ObjectNode all) {
        ArrayNode queues = all.putArray("queues");
        for (Topology.Queue queue : Topology.queues()) {
            queues.addObject()
                    .put("name", queue.name())
                    .put("vhost", VIRTUAL_HOST)
                    .put("durable", true)
                    .put("auto_delete", false)
                    .set("arguments", MAPPER.valueToTree(queue.arguments()));
        }
    }

    private static void addBindings(ArrayNode bindings, List<Topology.Binding> all) {
        for (Topology.Binding binding : all) {
            bindings.addObject()
                    .put("source", binding.source())
                    .put("vhost", VIRTUAL_HOST)
                    .put("destination", binding.destination())
                    .put("destination_type", binding.isToExchange() ? "exchange" : "queue")
                    .put("routing_key", binding.routingKey())
                    .set("arguments", MAPPER.valueToTree(binding.arguments()));
        }
    }
}
