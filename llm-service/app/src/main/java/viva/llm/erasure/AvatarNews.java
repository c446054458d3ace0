package viva.llm.erasure;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.platform.erasure.ErasureAnswer;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;

/** Learns which avatars are gone, erases what is kept of them, and says so. */
@Singleton
class AvatarNews implements QueueHandler {
    private final List<Erasable> keepers;
    private final ErasureAnswer answer;

    AvatarNews(@All List<Erasable> keepers, ErasureAnswer answer) {
        this.keepers = keepers;
        this.answer = answer;
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
                .last()
                .chain(() -> answer.to(message, gone));
    }
}
