package viva.platform.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Message;

/**
 * Handles the messages of one durable queue. Every bean of this type consumes from the start of the service. Messages about one
 * avatar come in order; others side by side. A message may come more than once, so handling it must be idempotent.
 *
 * @param <E> what the queue holds; a message of another type is a dead letter
 */
public interface QueueHandler<E extends Message> {
    /** The queue's name, see {@link Topology}. */
    String queue();

    /** What the queue holds: a record, or a sealed interface of several. */
    Class<E> type();

    /**
     * Whether messages about one avatar wait for each other. A handler that may take long and needs no order says no: each message is handled
     * at once then, as many at a time as the consumer's prefetch allows.
     */
    default boolean isOrdered() {
        return true;
    }

    /**
     * How long one attempt may take; then it counts as an operating failure and goes on unnoticed.
     *
     * @param usual what suffices for work on a database
     */
    default Duration limit(Duration usual) {
        return usual;
    }

    /**
     * Runs on a Vert.x context of its own. The message is acknowledged when this completes. When it fails, the failure decides: with an {@link
     * UnhandleableMessage} or an {@link IllegalArgumentException} the message is a dead letter at once; with an operating failure (a server is
     * away, a timeout) it is tried again, and after a while the consumer gives its queue up until the server is back; with anything else it is
     * tried again a bounded number of times.
     */
    Uni<Void> handle(CloudEvent<E> message);
}
