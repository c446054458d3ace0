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
class AvatarNews implements QueueHandler<AvatarDeletedV1> {
    private final List<Erasable> keepers;

    AvatarNews(@All List<Erasable> keepers) {
        this.keepers = keepers;
    }

    @Override
    public String queue() {
        return Topology.LLM_AVATARS;
    }

    @Override
    public Class<AvatarDeletedV1> type() {
        return AvatarDeletedV1.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<AvatarDeletedV1> message) {
        return Multi.createFrom()
                .iterable(keepers)
                .onItem()
                .transformToUniAndConcatenate(
                        keeper -> keeper.erase(message.data().avatarId()))
                .collect()
                .last();
    }
}
