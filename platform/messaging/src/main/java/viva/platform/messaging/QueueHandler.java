package viva.platform.messaging;

import io.smallrye.mutiny.Uni;
import viva.contracts.message.CloudEvent;

/**
 * Handles the messages of one durable queue. Every bean of this type consumes from the start of the service. Messages about one
 * avatar come in order; others side by side. A message may come more than once, so handling it must be idempotent.
 */
public interface QueueHandler {
    /** The queue's name, see {@link Topology}. */
    String queue();

    /**
     * Whether messages about one avatar wait for each other. A handler that may take long and needs no order says no: each message is handled
     * at once then, as many at a time as the consumer's prefetch allows.
     */
    default boolean isOrdered() {
        return true;
    }

    /**
     * Runs on a Vert.x context of its own. The message is acknowledged when this completes, tried again a bounded number of
     * times when it fails (at once with an {@link UnhandleableMessage} given up), and then goes to the dead letter queue.
     */
    Uni<Void> handle(CloudEvent<?> message);
}
