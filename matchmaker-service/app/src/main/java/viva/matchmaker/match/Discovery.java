package viva.matchmaker.match;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.message.MatchFoundV1;
import viva.matchmaker.profile.PgProfiles;
import viva.matchmaker.profile.Profile;
import viva.matchmaker.score.MatchRules;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;
import viva.platform.service.context.OwnContext;

/**
 * Tells avatars of good matches when somebody comes, changes or wakes: each side once for ever. Both finding and being found have a limit: of whom
 * suits many, not every newcomer is news.
 */
@Singleton
public class Discovery {
    /** So that two who discover each other at the same time do not wait for each other. */
    private static final Comparator<MatchFoundV1> ALWAYS_IN_THIS_ORDER = Comparator.comparing(
                    (MatchFoundV1 found) -> found.avatarId().toString())
            .thenComparing(found -> found.otherId().toString());

    private final PgProfiles profiles;
    private final Follower follower;
    private final Matchmaker matchmaker;
    private final PgAnnounced announced;
    private final SessionOutbox outbox;
    private final MessageFactory messages;
    private final MatchRules rules;

    Discovery(
            PgProfiles profiles,
            Follower follower,
            Matchmaker matchmaker,
            PgAnnounced announced,
            SessionOutbox outbox,
            MessageFactory messages,
            MatchConfig config) {
        this.profiles = profiles;
        this.follower = follower;
        this.matchmaker = matchmaker;
        this.announced = announced;
        this.outbox = outbox;
        this.messages = messages;
        this.rules = config.rules();
    }

    /**
     * Looks for good matches of an avatar; harmless when it was done before. The index catches up first, with no connection in hand: so of two who come
     * at once the second one finds the first.
     */
    public Uni<Void> tellOf(AvatarId avatar) {
        return OwnContext.returning(follower.catchUp())
                .chain(() -> outbox.transaction(
                        () -> profiles.known(avatar).chain(self -> self == null ? nothing() : tellOf(self))));
    }

    private Uni<Void> tellOf(Profile self) {
        return matchmaker.matches(self, rules.toldPerAvatar()).chain(matches -> {
            List<MatchFoundV1> news = new ArrayList<>();
            for (Match match : matches) {
                double total = match.score().total();
                if (total >= rules.goodMatch()) {
                    news.add(found(self, match.other(), total));
                    news.add(found(match.other(), self, total));
                }
            }
            news.sort(ALWAYS_IN_THIS_ORDER);
            return tell(self.avatarId(), news);
        });
    }

    private static MatchFoundV1 found(Profile avatar, Profile other, double total) {
        return new MatchFoundV1(
                avatar.avatarId(), other.avatarId(), other.said().name(), total);
    }

    private Uni<Void> tell(AvatarId finder, List<MatchFoundV1> news) {
        Uni<Void> told = nothing();
        for (MatchFoundV1 found : news) {
            told = told.chain(() -> isNew(finder, found))
                    .chain(isNew -> isNew ? outbox.append(Outgoing.event(messages.first(found))) : again(found));
        }
        return told;
    }

    private Uni<Boolean> isNew(AvatarId finder, MatchFoundV1 found) {
        return found.avatarId().equals(finder)
                ? announced.isNew("found", found.avatarId(), found.otherId())
                : announced.isNewWithin(rules.foundPerDay(), found.avatarId(), found.otherId());
    }

    /** Minds hear again of somebody who rested; owners were told before. */
    private Uni<Void> again(MatchFoundV1 found) {
        MatchFoundV1 known =
                new MatchFoundV1(found.avatarId(), found.otherId(), found.otherName(), found.score(), true);
        return announced
                .isBack(found.avatarId(), found.otherId())
                .chain(isBack -> isBack ? outbox.append(Outgoing.event(messages.first(known))) : nothing());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
