package viva.matchmaker.verdict;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.message.MatchMutualV1;
import viva.matchmaker.match.PgAnnounced;
import viva.matchmaker.profile.Ownership;
import viva.matchmaker.profile.Profile;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Likes and passes. When a like meets a like, both sides are told, once for ever. Between blocked ones there is neither. */
@Singleton
public class Verdicts {
    private static final ProblemType BLOCKED = new ProblemType("blocked", "This avatar is blocked", 409);

    private final PgVerdicts verdicts;
    private final PgAnnounced announced;
    private final Ownership ownership;
    private final SessionOutbox outbox;
    private final MessageFactory messages;

    Verdicts(
            PgVerdicts verdicts,
            PgAnnounced announced,
            Ownership ownership,
            SessionOutbox outbox,
            MessageFactory messages) {
        this.verdicts = verdicts;
        this.announced = announced;
        this.ownership = ownership;
        this.outbox = outbox;
        this.messages = messages;
    }

    /**
     * Writes down what one of the caller's avatars thinks of somebody else; true when both like each other now.
     *
     * @param kind any but {@link Kind#BLOCK}, which is the business of {@link Blocks}
     */
    public Uni<Boolean> give(AvatarId avatar, AvatarId other, Kind kind) {
        return outbox.transaction(() -> ownership
                .mine(avatar)
                .chain(self -> ownership
                        .anybody(other)
                        .invoke(found -> refuseFamily(self, found))
                        .chain(found -> give(self, found, kind))));
    }

    private Uni<Boolean> give(Profile self, Profile found, Kind kind) {
        AvatarId avatar = self.avatarId();
        AvatarId other = found.avatarId();
        return verdicts.lock(avatar, other)
                .chain(() -> verdicts.blockers(avatar, other))
                .invoke(blockers -> refuseBlocked(avatar, other, blockers))
                .chain(() -> verdicts.give(avatar, other, kind))
                .chain(() -> isMutual(avatar, other, kind))
                .call(mutual ->
                        mutual ? tellBoth(self, found) : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> isMutual(AvatarId avatar, AvatarId other, Kind kind) {
        return switch (kind) {
            case LIKE -> verdicts.likes(other, avatar);
            case PASS, BLOCK -> Uni.createFrom().item(false);
        };
    }

    private Uni<Void> tellBoth(Profile one, Profile other) {
        boolean ordered = one.avatarId().toString().compareTo(other.avatarId().toString()) < 0;
        Profile first = ordered ? one : other;
        Profile second = ordered ? other : one;
        return announced
                .isNew("mutual", first.avatarId(), second.avatarId())
                .chain(isNew -> isNew
                        ? outbox.append(List.of(news(first, second), news(second, first)))
                        : Uni.createFrom().voidItem());
    }

    private Outgoing news(Profile avatar, Profile other) {
        MatchMutualV1 mutual = new MatchMutualV1(
                avatar.avatarId(), other.avatarId(), other.said().name());
        return Outgoing.event(messages.first(mutual));
    }

    /** Whom it blocks its owner may know; by whom it is blocked, nobody. */
    private static void refuseBlocked(AvatarId avatar, AvatarId other, Set<AvatarId> blockers) {
        if (blockers.contains(other)) {
            throw Ownership.unknown();
        }
        if (blockers.contains(avatar)) {
            throw Rejected.of(BLOCKED, "take the block back first");
        }
    }

    static void refuseFamily(Profile self, Profile other) {
        if (self.hasOwnerOf(other)) {
            throw Rejected.invalid("avatar_id", "must be an avatar of another owner");
        }
    }
}
