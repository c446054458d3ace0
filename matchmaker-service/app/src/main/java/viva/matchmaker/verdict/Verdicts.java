package viva.matchmaker.verdict;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.message.MatchMutualV1;
import viva.matchmaker.match.PgAnnounced;
import viva.matchmaker.profile.Ownership;
import viva.matchmaker.profile.Profile;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;
import viva.platform.service.problem.Rejected;

/** Likes, passes and blocks. When a like meets a like, both sides are told, once for ever. */
@Singleton
public class Verdicts {
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

    /** Writes down what one of the caller's avatars thinks of somebody else; true when both like each other now. */
    public Uni<Boolean> give(AvatarId avatar, AvatarId other, Kind kind) {
        return outbox.transaction(() -> ownership
                .mine(avatar)
                .chain(self -> ownership.anybody(other).invoke(found -> refuseFamily(self, found)))
                .chain(() -> verdicts.lock(avatar, other))
                .chain(() -> verdicts.give(avatar, other, kind))
                .chain(() -> isMutual(avatar, other, kind))
                .call(mutual ->
                        mutual ? tellBoth(avatar, other) : Uni.createFrom().voidItem()));
    }

    private Uni<Boolean> isMutual(AvatarId avatar, AvatarId other, Kind kind) {
        return switch (kind) {
            case LIKE -> verdicts.likes(other, avatar);
            case PASS, BLOCK -> Uni.createFrom().item(false);
        };
    }

    private Uni<Void> tellBoth(AvatarId one, AvatarId other) {
        boolean ordered = one.toString().compareTo(other.toString()) < 0;
        AvatarId first = ordered ? one : other;
        AvatarId second = ordered ? other : one;
        return announced
                .isNew("mutual", first, second)
                .chain(isNew -> isNew
                        ? outbox.append(List.of(news(first, second), news(second, first)))
                        : Uni.createFrom().voidItem());
    }

    private Outgoing news(AvatarId avatar, AvatarId other) {
        return Outgoing.event(messages.first(new MatchMutualV1(avatar, other)));
    }

    private static void refuseFamily(Profile self, Profile other) {
        if (self.hasOwnerOf(other)) {
            throw Rejected.invalid("avatar_id", "must be an avatar of another owner");
        }
    }
}
