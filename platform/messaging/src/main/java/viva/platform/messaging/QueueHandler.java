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
     * Runs on a Vert.x context of its own. The message is acknowledged when this completes, tried again a bounded number of
     * times when it fails (at once with an {@link UnhandleableMessage} given up), and then goes to the dead letter queue.
     */
    Uni<Void> handle(CloudEvent<?> message);
}
