package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import viva.platform.messaging.Topology;

/** What earlier versions declared, word for word. */
final class FormerTopology {
    private FormerTopology() {}

    /** When a service had one dead letter queue, and no queue a single active consumer. */
    static void declareSecond(Channel channel) throws IOException {
        exchanges(channel);
        for (String queue : handled()) {
            String dead = Topology.deadLettersOf(queue);
            channel.queueDeclare(queue, true, false, false, working(queue));
            channel.queueDeclare(
                    dead,
                    true,
                    false,
                    false,
                    Map.of(
                            "x-queue-type",
                            "quorum",
                            "x-max-length",
                            1_000_000,
                            "x-overflow",
                            "drop-head",
                            "x-delivery-limit",
                            1_000_000));
            channel.queueBind(dead, "viva.dead", queue);
        }
        bindWork(channel);
        channel.exchangeDeclare("viva.topology.11111111", "fanout", true, false, Map.of());
    }

    /** When each queue had a dead letter queue of its own. */
    static void declare(Channel channel) throws IOException {
        exchanges(channel);
        for (String queue : handled()) {
            channel.queueDeclare(queue, true, false, false, working(queue));
            channel.queueDeclare(deadLettersOf(queue), true, false, false, forgetful());
            channel.queueBind(deadLettersOf(queue), "viva.dead", queue);
        }
        bindWork(channel);
        channel.queueDeclare("unroutable", true, false, false, forgetful());
        channel.queueBind("unroutable", "viva.unroutable", "");
        channel.exchangeDeclare("viva.topology.00000000", "fanout", true, false, Map.of());
    }

    private static void bindWork(Channel channel) throws IOException {
        for (Topology.Queue queue : successors()) {
            for (String key : queue.routingKeys()) {
                channel.queueBind(former(queue), queue.exchange(), key);
            }
        }
    }

    private static void exchanges(Channel channel) throws IOException {
        channel.exchangeDeclare("viva.events", "topic", true, false, Map.of());
        channel.exchangeDeclare("viva.unroutable", "fanout", true, false, Map.of());
        channel.exchangeDeclare(
                "viva.commands", "direct", true, false, Map.of("alternate-exchange", "viva.unroutable"));
        channel.exchangeDeclare("viva.live", "topic", true, false, Map.of());
        channel.exchangeDeclare("viva.dead", "direct", true, false, Map.of());
    }

    /** The queues whose messages can become dead letters. */
    static List<String> handled() {
        return successors().stream().map(FormerTopology::former).toList();
    }

    private static String former(Topology.Queue successor) {
        return FormerQueues.formerOf(successor.name()).orElse(successor.name());
    }

    /** Those of today, without the ones that no earlier version had. */
    private static List<Topology.Queue> successors() {
        return Topology.queues().stream()
                .filter(queue -> queue.arguments().containsKey("x-dead-letter-exchange"))
                .filter(queue -> !queue.name().equals(Topology.RELATIONSHIP_BLOCKS))
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
