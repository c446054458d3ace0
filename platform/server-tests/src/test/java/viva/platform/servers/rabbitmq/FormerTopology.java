package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import viva.platform.messaging.Topology;

/** What was declared when each queue had a dead letter queue of its own, word for word. */
final class FormerTopology {
    private FormerTopology() {}

    static void declare(Channel channel) throws IOException {
        channel.exchangeDeclare("viva.events", "topic", true, false, Map.of());
        channel.exchangeDeclare("viva.unroutable", "fanout", true, false, Map.of());
        channel.exchangeDeclare(
                "viva.commands", "direct", true, false, Map.of("alternate-exchange", "viva.unroutable"));
        channel.exchangeDeclare("viva.live", "topic", true, false, Map.of());
        channel.exchangeDeclare("viva.dead", "direct", true, false, Map.of());
        for (Topology.Queue queue : handled()) {
            channel.queueDeclare(queue.name(), true, false, false, working(queue.name()));
            channel.queueDeclare(deadLettersOf(queue.name()), true, false, false, forgetful());
        }
        channel.queueDeclare("unroutable", true, false, false, forgetful());
        for (Topology.Queue queue : handled()) {
            for (String key : queue.routingKeys()) {
                channel.queueBind(queue.name(), queue.exchange(), key);
            }
            channel.queueBind(deadLettersOf(queue.name()), "viva.dead", queue.name());
        }
        channel.queueBind("unroutable", "viva.unroutable", "");
        channel.exchangeDeclare("viva.topology.00000000", "fanout", true, false, Map.of());
    }

    /** The queues whose messages can become dead letters. */
    static List<Topology.Queue> handled() {
        return Topology.queues().stream()
                .filter(queue -> queue.arguments().containsKey("x-dead-letter-exchange"))
                .toList();
    }

    static String deadLettersOf(String queue) {
        return queue + ".dead";
    }

    private static Map<String, Object> working(String name) {
        return Map.of(
                "x-queue-type", "quorum",
                "x-max-length", 1_000_000,
                "x-overflow", "reject-publish",
                "x-delivery-limit", 100,
                "x-dead-letter-exchange", "viva.dead",
                "x-dead-letter-routing-key", name,
                "x-dead-letter-strategy", "at-least-once");
    }

    private static Map<String, Object> forgetful() {
        return Map.of("x-queue-type", "quorum", "x-max-length", 100_000, "x-overflow", "drop-head");
    }
}
