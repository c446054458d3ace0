package viva.relationship.people;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import viva.contracts.AvatarId;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.AvatarUpdatedV1;
import viva.contracts.message.CloudEvent;
import viva.platform.erasure.ErasureAnswer;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;
import viva.platform.panache.SessionOutbox;
import viva.relationship.ledger.Erasure;

/** Learns from the avatar service who there is and whose they are. Older versions than the known one change nothing. */
@Singleton
class AvatarNews implements QueueHandler<AvatarEvent> {
    private final PgInhabitants inhabitants;
    private final Erasure erasure;
    private final SessionOutbox outbox;
    private final ErasureAnswer answer;

    AvatarNews(PgInhabitants inhabitants, Erasure erasure, SessionOutbox outbox, ErasureAnswer answer) {
        this.inhabitants = inhabitants;
        this.erasure = erasure;
        this.outbox = outbox;
        this.answer = answer;
    }

    @Override
    public String queue() {
        return Topology.RELATIONSHIP_AVATARS;
    }

    @Override
    public Class<AvatarEvent> type() {
        return AvatarEvent.class;
    }

    @Override
    public Duration limit(Duration usual) {
        return ErasureAnswer.limit(usual);
    }

    @Override
    public Uni<Void> handle(CloudEvent<AvatarEvent> message) {
        AvatarEvent event = message.data();
        AvatarId id = event.avatarId();
        long version = event.version();
        return switch (event) {
            case AvatarCreatedV1 created -> learn(id, created.ownerId().toString(), Inhabitant.LIVES, version);
            case AvatarUpdatedV1 updated -> learn(id, updated.ownerId().toString(), Inhabitant.LIVES, version);
            case AvatarDeactivatedV1 _ -> learn(id, null, Inhabitant.RESTS, version);
            case AvatarDeletedV1 gone ->
                outbox.transaction(() -> erase(message, gone)).chain(() -> answer.to(message, gone));
        };
    }

    /** The mark first: no bond is made of an avatar that has one. */
    private Uni<Void> erase(CloudEvent<?> message, AvatarDeletedV1 gone) {
        return inhabitants.erase(gone.avatarId(), gone.version()).chain(() -> erasure.of(gone.avatarId(), message));
    }

    private Uni<Void> learn(AvatarId id, String owner, String standing, long version) {
        return outbox.transaction(() -> inhabitants.learn(id, owner, standing, version))
                .replaceWithVoid();
    }
}
