package viva.relationship.people;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.AvatarUpdatedV1;
import viva.contracts.message.CloudEvent;
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

    AvatarNews(PgInhabitants inhabitants, Erasure erasure, SessionOutbox outbox) {
        this.inhabitants = inhabitants;
        this.erasure = erasure;
        this.outbox = outbox;
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
    public Uni<Void> handle(CloudEvent<AvatarEvent> message) {
        return outbox.transaction(() -> learn(message.data()));
    }

    private Uni<Void> learn(AvatarEvent event) {
        AvatarId id = event.avatarId();
        long version = event.version();
        return switch (event) {
            case AvatarCreatedV1 created -> learn(id, created.ownerId().toString(), Inhabitant.LIVES, version);
            case AvatarUpdatedV1 updated -> learn(id, updated.ownerId().toString(), Inhabitant.LIVES, version);
            case AvatarDeactivatedV1 _ -> learn(id, null, Inhabitant.RESTS, version);
            case AvatarDeletedV1 _ ->
                learn(id, null, Inhabitant.ERASED, version).chain(() -> erasure.of(id));
        };
    }

    private Uni<Void> learn(AvatarId id, String owner, String standing, long version) {
        return inhabitants.learn(id, owner, standing, version).replaceWithVoid();
    }
}
