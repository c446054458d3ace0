package viva.llm.erasure;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;

/** Learns which avatars are gone, and erases what is kept of them. */
@Singleton
class AvatarNews implements QueueHandler {
    private final List<Erasable> keepers;

    AvatarNews(@All List<Erasable> keepers) {
        this.keepers = keepers;
    }

    @Override
    public String queue() {
        return Topology.LLM_AVATARS;
    }

    @Override
    public Uni<Void> handle(CloudEvent<?> message) {
        if (!(message.data() instanceof AvatarDeletedV1 gone)) {
            return Uni.createFrom().failure(new IllegalArgumentException("no avatar is gone: " + message.type()));
        }
        return Multi.createFrom()
                .iterable(keepers)
                .onItem()
                .transformToUniAndConcatenate(keeper -> keeper.erase(gone.avatarId()))
                .collect()
                .last();
    }
}
