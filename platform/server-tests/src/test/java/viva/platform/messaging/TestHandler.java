package viva.platform.messaging;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Message;

/** Handles everything in a queue as a test says. */
record TestHandler(String queue, boolean isOrdered, Function<CloudEvent<?>, Uni<Void>> handling)
        implements QueueHandler<Message> {
    @Override
    public Class<Message> type() {
        return Message.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<Message> message) {
        return handling.apply(message);
    }
}
