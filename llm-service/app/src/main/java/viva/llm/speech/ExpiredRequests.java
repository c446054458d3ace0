package viva.llm.speech;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;

/** Takes the requests to speak that the broker dropped at their deadline. That they are handled counts them; nothing else is left to do. */
@Singleton
class ExpiredRequests implements QueueHandler<SpeakV1> {
    @Override
    public String queue() {
        return Topology.LLM_EXPIRED;
    }

    @Override
    public Class<SpeakV1> type() {
        return SpeakV1.class;
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public Uni<Void> handle(CloudEvent<SpeakV1> message) {
        return Uni.createFrom().voidItem();
    }
}
