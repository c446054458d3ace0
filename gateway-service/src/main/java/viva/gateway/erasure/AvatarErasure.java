package viva.gateway.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.AvatarErasedV1;
import viva.contracts.message.CloudEvent;
import viva.gateway.presence.Presence;
import viva.platform.erasure.ErasureAnswer;
import viva.platform.messaging.LivePublisher;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;

/** Hears which avatars are gone, and lets go of all that the gateway keeps of them. */
@Singleton
class AvatarErasure implements QueueHandler<AvatarDeletedV1> {
    private final ErasedTimelines timelines;
    private final Presence presence;
    private final LivePublisher live;
    private final ErasureAnswer answer;

    AvatarErasure(ErasedTimelines timelines, Presence presence, LivePublisher live, ErasureAnswer answer) {
        this.timelines = timelines;
        this.presence = presence;
        this.live = live;
        this.answer = answer;
    }

    @Override
    public String queue() {
        return Topology.GATEWAY_AVATARS;
    }

    @Override
    public Class<AvatarDeletedV1> type() {
        return AvatarDeletedV1.class;
    }

    @Override
    public Duration limit(Duration usual) {
        return ErasureAnswer.limit(usual);
    }

    /** Channels are closed before the presence is forgotten: one that is open notes it. */
    @Override
    public Uni<Void> handle(CloudEvent<AvatarDeletedV1> message) {
        AvatarDeletedV1 gone = message.data();
        return timelines
                .erase(gone.avatarId())
                .invoke(() -> live.publish(new AvatarErasedV1(gone.avatarId())))
                .chain(() -> presence.erase(gone.avatarId()))
                .chain(() -> answer.to(message, gone));
    }
}
