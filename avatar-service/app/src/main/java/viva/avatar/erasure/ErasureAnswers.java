package viva.avatar.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ErasureDoneV1;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;
import viva.platform.messaging.UnhandleableMessage;

/** Hears which services keep nothing of which avatars. */
@Singleton
class ErasureAnswers implements QueueHandler {
    private final Erasures erasures;

    ErasureAnswers(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String queue() {
        return Topology.AVATAR_ERASURES;
    }

    @Override
    public Uni<Void> handle(CloudEvent<?> message) {
        if (!(message.data() instanceof ErasureDoneV1 done) || !Erasures.SERVICES.contains(done.service())) {
            return Uni.createFrom().failure(new UnhandleableMessage("no answer to an erasure: " + message.type()));
        }
        return erasures.answered(done);
    }
}
