package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import viva.platform.messaging.Topology;

/** The preparation of a version in which every queue that a service reads has another argument, and so another name. */
public final class LaterVersion {
    private LaterVersion() {}

    /** The queue that takes the place of {@code queue}. */
    public static String successor(String queue) {
        return queue + ".later";
    }

    /** The queues that have successors. */
    public static List<Topology.Queue> changed() {
        return FormerTopology.handled();
    }

    /** Declares and binds the successors, and takes the bindings of the others away. */
    public static TakeOver declare(URI broker) throws Exception {
        try (Connection connection = DeadWorld.connect(broker)) {
            Channel channel = connection.createChannel();
            for (Topology.Queue queue : changed()) {
                Map<String, Object> arguments = new TreeMap<>(queue.arguments());
                arguments.put("x-single-active-consumer", true);
                channel.queueDeclare(successor(queue.name()), true, false, false, arguments);
                for (String key : queue.routingKeys()) {
                    channel.queueBind(successor(queue.name()), queue.exchange(), key);
                }
            }
        }
        List<FormerQueues.Former> formers = changed().stream()
                .map(queue -> new FormerQueues.Former(queue.name(), queue.exchange(), queue.routingKeys()))
                .toList();
        return BrokerRooms.declare(() -> DeadWorld.connect(broker), formers);
    }
}
