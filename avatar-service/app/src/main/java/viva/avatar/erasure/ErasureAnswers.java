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
class ErasureAnswers implements QueueHandler<ErasureDoneV1> {
    private final Erasures erasures;

    ErasureAnswers(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String queue() {
        return Topology.AVATAR_ERASURES;
    }

    @Override
    public Class<ErasureDoneV1> type() {
        return ErasureDoneV1.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<ErasureDoneV1> message) {
        ErasureDoneV1 done = message.data();
        return Erasures.SERVICES.contains(done.service())
                ? erasures.answered(done)
                : Uni.createFrom().failure(new UnhandleableMessage("no service of ours: " + done.service()));
    }
}
