package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The queues of earlier versions that a queue took the place of. Each is consumed to its end before the next one, and the queue itself
 * last, so that messages about one avatar stay in order. Nothing arrives in a former queue any more.
 */
final class Succession {
    private final List<String> formers;

    /** How a former queue stands. */
    enum State {
        /** Messages wait in it. */
        WAITING,
        /** Nothing waits, and somebody has messages in hand or may take some. */
        IN_HAND,
        /** It is gone. */
        ENDED
    }

    /** @param formers the oldest first */
    Succession(List<String> formers) {
        this.formers = List.copyOf(formers);
    }

    static Succession of(String queue) {
        return new Succession(Topology.formers().stream()
                .filter(former -> former.successor().equals(queue))
                .map(Topology.Former::name)
                .toList());
    }

    /** The oldest former queue that the broker still has. */
    Optional<String> first(Connection connection) throws IOException {
        for (String former : formers) {
            if (count(connection, former).isPresent()) {
                return Optional.of(former);
            }
        }
        return Optional.empty();
    }

    /** Deletes a former queue when it is at its end, whoever consumed it. */
    State end(Connection connection, String former) throws IOException {
        Optional<AMQP.Queue.DeclareOk> counted = count(connection, former);
        if (counted.isEmpty()) {
            return State.ENDED;
        }
        if (counted.get().getMessageCount() > 0) {
            return State.WAITING;
        }
        if (counted.get().getConsumerCount() > 0) {
            return State.IN_HAND;
        }
        Channel channel = connection.createChannel();
        try {
            return deleteIfEmpty(channel, former);
        } finally {
            channel.abort();
        }
    }

    /**
     * Only to a get the queue's leader itself says that there is nothing; and what a reader had in hand who is gone since the first get is
     * back before the second. Quorum queues do not delete "if empty" (ADR 22).
     */
    private static State deleteIfEmpty(Channel channel, String former) throws IOException {
        if (channel.basicGet(former, false) != null) {
            return State.WAITING;
        }
        if (channel.consumerCount(former) > 0) {
            return State.IN_HAND;
        }
        if (channel.basicGet(former, false) != null) {
            return State.WAITING;
        }
        channel.queueDelete(former);
        return State.ENDED;
    }

    private static Optional<AMQP.Queue.DeclareOk> count(Connection connection, String queue) throws IOException {
        Channel channel = connection.createChannel();
        try {
            AMQP.Queue.DeclareOk found = channel.queueDeclarePassive(queue);
            channel.abort();
            return Optional.of(found);
        } catch (IOException e) {
            if (Refusal.code(e) == AMQP.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
