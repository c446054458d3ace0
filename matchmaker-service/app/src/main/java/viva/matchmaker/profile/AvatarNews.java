package viva.matchmaker.profile;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.AvatarUpdatedV1;
import viva.contracts.message.CloudEvent;
import viva.matchmaker.match.Discovery;
import viva.matchmaker.match.LostMatches;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;
import viva.platform.panache.SessionOutbox;

/** Learns from the avatar service whom there is to match, and has good matches told. Older versions than the known one change nothing. */
@Singleton
class AvatarNews implements QueueHandler<AvatarEvent> {
    private final PgProfiles profiles;
    private final Erasure erasure;
    private final Discovery discovery;
    private final LostMatches lostMatches;
    private final SessionOutbox outbox;

    AvatarNews(
            PgProfiles profiles, Erasure erasure, Discovery discovery, LostMatches lostMatches, SessionOutbox outbox) {
        this.profiles = profiles;
        this.erasure = erasure;
        this.discovery = discovery;
        this.lostMatches = lostMatches;
        this.outbox = outbox;
    }

    @Override
    public String queue() {
        return Topology.MATCHMAKER_AVATARS;
    }

    @Override
    public Class<AvatarEvent> type() {
        return AvatarEvent.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<AvatarEvent> message) {
        AvatarEvent event = message.data();
        AvatarId id = event.avatarId();
        return switch (event) {
            case AvatarCreatedV1 e -> learn(id, e.ownerId(), e.version(), e.profile());
            case AvatarUpdatedV1 e -> learn(id, e.ownerId(), e.version(), e.profile());
            case AvatarDeactivatedV1 e -> outbox.transaction(() -> rest(id, e.version()));
            case AvatarDeletedV1 e ->
                outbox.transaction(
                        () -> profiles.withdraw(id, Profile.ERASED, e.version()).chain(() -> erasure.of(id)));
        };
    }

    private Uni<Void> rest(AvatarId id, long version) {
        return profiles.withdraw(id, Profile.RESTS, version)
                .chain(isNew ->
                        isNew ? lostMatches.resting(id) : Uni.createFrom().voidItem());
    }

    private Uni<Void> learn(AvatarId id, AccountId owner, long version, AvatarProfile said) {
        return outbox.transaction(() -> profiles.learn(id, owner, version, said))
                .chain(() -> discovery.tellOf(id));
    }
}
