package viva.llm.speech;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.message.CloudEvent;
import viva.platform.messaging.QueueHandler;

/** Takes the requests to speak of {@link Urgency#INTERACTIVE}. */
@Singleton
class InteractiveRequests implements QueueHandler {
    private final Speaking speaking;

    InteractiveRequests(Speaking speaking) {
        this.speaking = speaking;
    }

    @Override
    public String queue() {
        return Urgency.INTERACTIVE.queue();
    }

    /** A model may take long; every answer has its own. */
    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public Uni<Void> handle(CloudEvent<?> message) {
        return speaking.answer(message, Urgency.INTERACTIVE);
    }
}
