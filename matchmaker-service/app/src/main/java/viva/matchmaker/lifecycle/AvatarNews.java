package viva.matchmaker.lifecycle;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
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
import viva.matchmaker.profile.PgProfiles;
import viva.matchmaker.profile.Profile;
import viva.platform.erasure.ErasureAnswer;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;
import viva.platform.messaging.UnhandleableMessage;
import viva.platform.panache.SessionOutbox;

/** Learns from the avatar service whom there is to match, and has good matches told. Older versions than the known one change nothing. */
@Singleton
class AvatarNews implements QueueHandler<AvatarEvent> {
    private final PgProfiles profiles;
    private final Erasure erasure;
    private final Discovery discovery;
    private final LostMatches lostMatches;
    private final SessionOutbox outbox;
    private final ErasureAnswer answer;

    AvatarNews(
            PgProfiles profiles,
            Erasure erasure,
            Discovery discovery,
            LostMatches lostMatches,
            SessionOutbox outbox,
            ErasureAnswer answer) {
        this.profiles = profiles;
        this.erasure = erasure;
        this.discovery = discovery;
        this.lostMatches = lostMatches;
        this.outbox = outbox;
        this.answer = answer;
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
    public Duration limit(Duration usual) {
        return ErasureAnswer.limit(usual);
    }

    @Override
    public Uni<Void> handle(CloudEvent<AvatarEvent> message) {
        AvatarEvent event = message.data();
        AvatarId id = event.avatarId();
        return switch (event) {
            case AvatarCreatedV1 e -> learn(id, e.ownerId(), e.version(), e.profile());
            case AvatarUpdatedV1 e -> learn(id, e.ownerId(), e.version(), e.profile());
            case AvatarDeactivatedV1 e -> outbox.transaction(() -> rest(id, e.version()));
            case AvatarDeletedV1 gone ->
                outbox.transaction(() -> erase(message, gone))
                        .chain(buried -> buried
                                ? answer.to(message, gone)
                                : Uni.createFrom().voidItem());
        };
    }

    private Uni<Void> rest(AvatarId id, long version) {
        return profiles.withdraw(id, Profile.RESTS, version)
                .chain(isNew ->
                        isNew ? lostMatches.resting(id) : Uni.createFrom().voidItem());
    }

    /** The id itself goes in a later round than the rest: replicas follow the row to learn whom not to match. */
    private Uni<Boolean> erase(CloudEvent<?> message, AvatarDeletedV1 gone) {
        AvatarId id = gone.avatarId();
        return profiles.bury(id)
                .call(buried ->
                        buried ? Uni.createFrom().voidItem() : profiles.withdraw(id, Profile.ERASED, gone.version()))
                .call(() -> erasure.of(id, message));
    }

    private Uni<Void> learn(AvatarId id, AccountId owner, long version, AvatarProfile said) {
        if (owner == null || said == null) {
            return Uni.createFrom().failure(new UnhandleableMessage("an avatar without an owner or a profile"));
        }
        return outbox.transaction(() -> profiles.learn(id, owner, version, said))
                .chain(() -> discovery.tellOf(id));
    }
}
