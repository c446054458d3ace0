package viva.llm.erasure;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.platform.erasure.ErasureAnswer;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;

/** Learns which avatars are gone, erases what is kept of them, and says so. */
@Singleton
class AvatarNews implements QueueHandler<AvatarDeletedV1> {
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
    public Class<AvatarDeletedV1> type() {
        return AvatarDeletedV1.class;
    }

    @Override
    public Duration limit(Duration usual) {
        return ErasureAnswer.limit(usual);
    }

    @Override
    public Uni<Void> handle(CloudEvent<AvatarDeletedV1> message) {
        return Multi.createFrom()
                .iterable(keepers)
                .onItem()
                .transformToUniAndConcatenate(
                        keeper -> keeper.erase(message.data().avatarId()))
                .collect()
                .last()
                .chain(() -> answer.to(message, message.data()));
    }
}
