package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Queues of earlier versions whose successors have other arguments, and so other names. Their successors are declared and bound first;
 * then they are unbound here. What they hold is consumed by the services, before anything from a successor, so that the order stays;
 * who finds one at its end deletes it.
 */
final class FormerQueues {
    /** How long the broker gets between the change of the bindings and the start of services that take an empty queue for an ended one. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final Connection connection;
    private final List<Former> present;

    /** @param exchange that it is bound to by these keys */
    record Former(String name, String exchange, List<String> routingKeys) {}

    private FormerQueues(Connection connection, List<Former> present) {
        this.connection = connection;
        this.present = present;
    }

    /** Those of {@code known} that the broker has. */
    static FormerQueues find(Connection connection, List<Former> known) throws IOException {
        List<Former> present = new ArrayList<>();
        for (Former former : known) {
            if (FormerDeadLetters.exists(connection, former.name())) {
                present.add(former);
            }
        }
        return new FormerQueues(connection, present);
    }

    /** Takes their bindings away; when this returns, what was routed by them is in them. */
    void unbind() throws IOException, InterruptedException {
        if (present.isEmpty()) {
            return;
        }
        Channel channel = connection.createChannel();
        for (Former former : present) {
            for (String key : former.routingKeys()) {
                channel.queueUnbind(former.name(), former.exchange(), key);
            }
        }
        channel.abort();
        Thread.sleep(SETTLING);
    }

    /** Deletes those that hold nothing and that nobody reads; services do it with the others. */
    int deleteEnded() throws IOException {
        int deleted = 0;
        for (Former former : present) {
            Channel channel = connection.createChannel();
            if (isAtEnd(channel, former.name())) {
                channel.queueDelete(former.name());
                deleted++;
            }
            channel.abort();
        }
        return deleted;
    }

    /**
     * Only to a get the queue's leader itself says that there is nothing; and what a reader had in hand who is gone since the first get is
     * back before the second.
     */
    private static boolean isAtEnd(Channel channel, String queue) throws IOException {
        return channel.messageCount(queue) == 0
                && channel.consumerCount(queue) == 0
                && channel.basicGet(queue, false) == null
                && channel.consumerCount(queue) == 0
                && channel.basicGet(queue, false) == null;
    }
}
