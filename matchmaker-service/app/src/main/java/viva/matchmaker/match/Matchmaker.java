package viva.matchmaker.match;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import viva.contracts.AvatarId;
import viva.matchmaker.index.Found;
import viva.matchmaker.profile.Ownership;
import viva.matchmaker.profile.PgProfiles;
import viva.matchmaker.profile.Profile;
import viva.platform.service.context.OwnContext;
import viva.platform.service.problem.Rejected;

/** Finds matches for avatars, on behalf of their owners. */
@Singleton
public class Matchmaker {
    private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(
                    (Match match) -> match.score().total())
            .reversed()
            .thenComparing(match -> match.other().avatarId().toString());

    private final PgProfiles profiles;
    private final PgExclusions exclusions;
    private final Ownership ownership;
    private final SharedIndex index;
    private final Follower follower;

    Matchmaker(
            PgProfiles profiles, PgExclusions exclusions, Ownership ownership, SharedIndex index, Follower follower) {
        this.profiles = profiles;
        this.exclusions = exclusions;
        this.ownership = ownership;
        this.index = index;
        this.follower = follower;
    }

    /** The best matches of one of the caller's avatars, best first; none for one that rests. */
    public Uni<List<Match>> best(AvatarId avatar, int count) {
        return Panache.withSession(() -> ownership.mine(avatar))
                .call(this::catchUpWith)
                .chain(self -> Panache.withSession(() -> matches(self, count)));
    }

    /** A newcomer finds others, and they find it, before this replica would have read of it by itself. */
    private Uni<Void> catchUpWith(Profile self) {
        return self.lives()
                ? OwnContext.returning(index.holds(self.person())
                        .chain(holds -> holds ? Uni.createFrom().voidItem() : follower.catchUp()))
                : Uni.createFrom().voidItem();
    }

    /** How well one of the caller's avatars and somebody else suit each other; between blocked ones there is no answer. */
    public Uni<Match> pair(AvatarId avatar, AvatarId other) {
        if (avatar.equals(other)) {
            return Uni.createFrom().failure(() -> Rejected.invalid("other", "must be another avatar"));
        }
        return Panache.withSession(() -> ownership
                .mine(avatar)
                .chain(self -> ownership
                        .anybody(other)
                        .call(() -> refuseBlocked(avatar, other))
                        .map(found -> Match.of(self, found))));
    }

    private Uni<Boolean> refuseBlocked(AvatarId avatar, AvatarId other) {
        return exclusions.isBlocked(avatar, other).invoke(blocked -> {
            if (blocked) {
                throw Ownership.unknown();
            }
        });
    }

    /** The matches of an avatar, not asking whose it is. Needs a session. */
    Uni<List<Match>> matches(Profile self, int count) {
        if (!self.lives()) {
            return Uni.createFrom().item(List.of());
        }
        return exclusions
                .of(self.avatarId())
                .chain(excluded -> scan(self, count, excluded))
                .chain(found -> profiles.living(found))
                .map(others -> others.stream()
                        .map(other -> Match.of(self, other))
                        .sorted(BEST_FIRST)
                        .toList());
    }

    private Uni<List<AvatarId>> scan(Profile self, int count, List<AvatarId> excluded) {
        return OwnContext.returning(index.best(self.avatarId(), count, excluded))
                .map(found -> found.stream().map(Found::id).toList());
    }
}
