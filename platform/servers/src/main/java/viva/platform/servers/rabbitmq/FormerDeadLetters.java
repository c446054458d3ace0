package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The dead letter queues of earlier topologies, one for each queue ({@code life.shard.0.dead}), where a service has a single one
 * now ({@code life.dead}). They are unbound, what they hold is moved, and each is deleted when nothing is left in it or in
 * anybody's hands. All of it may be cut off anywhere and repeated: {@link #FIRST} is deleted last.
 */
final class FormerDeadLetters {
    /** The exchange of dead letters; it routes by the name of the queue that a message died in, then and now. */
    private static final String EXCHANGE = "viva.dead";

    /**
     * The queue that an earlier preparation declared before all others of its kind, and that this one deletes after all others: one
     * question tells whether any is there, where 76 would cost a start a tenth of a second.
     */
    private static final String FIRST = former("life.shard.0");

    /**
     * How long the broker gets between the change of the bindings and the first move. Whatever it had routed by the old bindings is
     * in its queue by then; and RabbitMQ before rabbitmq/ra#443 forgets a quorum queue, with all it was given, when it is killed
     * within a second after the queue's declaration.
     */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final Dial dial;
    private final List<String> left = new ArrayList<>();
    private Connection connection;
    private long moved;
    private int deleted;

    private FormerDeadLetters(Dial dial) throws IOException, TimeoutException {
        this.dial = dial;
        this.connection = dial.open();
    }

    /** Opens a connection to the broker. */
    interface Dial {
        Connection open() throws IOException, TimeoutException;
    }

    /** Whether the broker has any. */
    static boolean exist(Connection connection) throws IOException {
        return exists(connection, FIRST);
    }

    /** Takes away the bindings of then, when those of today are there; harmless when there are none. */
    static void unbind(Channel channel) throws IOException {
        for (Definitions.Binding successor : successors()) {
            channel.queueUnbind(former(successor.routingKey()), EXCHANGE, successor.routingKey());
        }
    }

    /**
     * Moves and deletes what was unbound before. A queue that cannot be emptied stays, with a word about why.
     *
     * @throws IOException when the broker is gone; nothing is lost
     */
    static TakeOver takeOver(Dial dial) throws IOException, TimeoutException, InterruptedException {
        Thread.sleep(SETTLING);
        FormerDeadLetters all = new FormerDeadLetters(dial);
        try {
            for (Definitions.Binding successor : successors()) {
                String queue = former(successor.routingKey());
                if (!queue.equals(FIRST) || all.left.isEmpty()) {
                    all.moveIfThere(queue, successor);
                }
            }
        } finally {
            all.connection.abort();
        }
        return new TakeOver(all.moved, all.deleted, all.left);
    }

    /** By the names of the queues that messages died in; some reach the queue of their service by way of other exchanges. */
    private static List<Definitions.Binding> successors() {
        Stream<String> direct = Definitions.bindings().stream()
                .filter(binding -> binding.exchange().equals(EXCHANGE))
                .map(Definitions.Binding::routingKey);
        Stream<String> sorted = Definitions.links().stream()
                .filter(link -> link.exchange().equals(EXCHANGE))
                .map(Definitions.Link::routingKey);
        return Stream.concat(direct, sorted)
                .map(queue -> new Definitions.Binding(EXCHANGE, today(queue), queue))
                .sorted(Comparator.comparing(
                        binding -> former(binding.routingKey()).equals(FIRST)))
                .toList();
    }

    /** A queue with which something is wrong costs its channel or, where the broker finds no leader of it, the connection. */
    private void moveIfThere(String queue, Definitions.Binding successor)
            throws IOException, TimeoutException, InterruptedException {
        if (!connection.isOpen()) {
            connection = dial.open();
        }
        if (!exists(connection, queue)) {
            return;
        }
        long limit = Definitions.lengthLimit(successor.queue());
        DeadLetterMove move = new DeadLetterMove(connection, queue, successor, limit);
        try {
            move.run();
            deleted++;
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            left.add("%s stays: %s".formatted(queue, reason(e)));
        } finally {
            moved += move.moved();
        }
    }

    static boolean exists(Connection connection, String queue) throws IOException {
        Channel channel = connection.createChannel();
        try {
            channel.queueDeclarePassive(queue);
            channel.abort();
            return true;
        } catch (IOException e) {
            if (e.getCause() instanceof ShutdownSignalException closed
                    && closed.getReason() instanceof AMQP.Channel.Close reason
                    && reason.getReplyCode() == AMQP.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    static String reason(Throwable e) {
        if (e.getMessage() != null) {
            return e.getMessage();
        }
        return e.getCause() == null ? e.toString() : reason(e.getCause());
    }

    private static String former(String queue) {
        return queue + ".dead";
    }

    private static String today(String queue) {
        return queue.substring(0, queue.indexOf('.')) + ".dead";
    }
}
