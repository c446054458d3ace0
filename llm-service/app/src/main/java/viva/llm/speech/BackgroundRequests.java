package viva.llm.speech;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.platform.messaging.QueueHandler;

/** Takes the requests to speak of {@link Urgency#BACKGROUND}. */
@Singleton
class BackgroundRequests implements QueueHandler<SpeakV1> {
    private final Speaking speaking;

    BackgroundRequests(Speaking speaking) {
        this.speaking = speaking;
    }

    @Override
    public String queue() {
        return Urgency.BACKGROUND.queue();
    }

    /** A model may take long; every answer has its own. */
    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public Class<SpeakV1> type() {
        return SpeakV1.class;
    }

    @Override
    public Duration limit(Duration usual) {
        return Speaking.LIMIT;
    }

    @Override
    public Uni<Void> handle(CloudEvent<SpeakV1> message) {
        return speaking.answer(message, Urgency.BACKGROUND);
    }
}
