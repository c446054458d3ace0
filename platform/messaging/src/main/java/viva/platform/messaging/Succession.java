package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
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
        /** Nothing waits, and nobody has anything in hand. */
        EMPTY,
        /** It is gone. */
        GONE
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

    /**
     * How a former queue stands. Only to a get the queue's leader itself says that there is nothing; and what a reader had in hand who is
     * gone since the first get is back before the second (ADR 22).
     */
    State look(Connection connection, String former) throws IOException {
        Optional<AMQP.Queue.DeclareOk> counted = count(connection, former);
        if (counted.isEmpty()) {
            return State.GONE;
        }
        if (counted.get().getMessageCount() > 0) {
            return State.WAITING;
        }
        if (counted.get().getConsumerCount() > 0) {
            return State.IN_HAND;
        }
        Channel channel = connection.createChannel();
        try {
            if (channel.basicGet(former, false) != null) {
                return State.WAITING;
            }
            if (channel.consumerCount(former) > 0) {
                return State.IN_HAND;
            }
            return channel.basicGet(former, false) == null ? State.EMPTY : State.WAITING;
        } finally {
            channel.abort();
        }
    }

    /** Deletes a former queue that is {@link State#EMPTY}; quorum queues do not delete "if empty" by themselves. */
    void delete(Connection connection, String former) throws IOException {
        Channel channel = connection.createChannel();
        channel.queueDelete(former);
        channel.abort();
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
