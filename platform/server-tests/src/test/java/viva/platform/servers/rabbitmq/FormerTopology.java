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
        for (String queue : handled()) {
            channel.queueDeclare(queue, true, false, false, working(queue));
            channel.queueDeclare(deadLettersOf(queue), true, false, false, forgetful());
        }
        channel.queueDeclare("unroutable", true, false, false, forgetful());
        for (Topology.Queue queue : successors()) {
            for (String key : queue.routingKeys()) {
                channel.queueBind(former(queue), queue.exchange(), key);
            }
            channel.queueBind(deadLettersOf(former(queue)), "viva.dead", former(queue));
        }
        channel.queueBind("unroutable", "viva.unroutable", "");
        channel.exchangeDeclare("viva.topology.00000000", "fanout", true, false, Map.of());
    }

    /** The queues whose messages can become dead letters. */
    static List<String> handled() {
        return successors().stream().map(FormerTopology::former).toList();
    }

    private static String former(Topology.Queue successor) {
        return FormerQueues.formerOf(successor.name()).orElse(successor.name());
    }

    private static List<Topology.Queue> successors() {
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
