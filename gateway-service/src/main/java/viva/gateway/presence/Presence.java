package viva.gateway.presence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.message.OwnerCameV1;
import viva.gateway.account.Whereabouts;
import viva.gateway.command.Wishes;
import viva.gateway.timeline.ErasedAvatars;

/**
 * Knows when owners come and go, and tells an avatar when its owner comes back after a while. Nobody waits for it: without Redis
 * or the database there is no greeting, and everything else goes on. Of an erased avatar nothing is noted.
 */
@Singleton
public class Presence {
    private static final Logger LOG = Logger.getLogger(Presence.class);

    private final LastSeen lastSeen;
    private final ErasedAvatars erased;
    private final Whereabouts whereabouts;
    private final Wishes wishes;
    private final GreetingConfig config;
    private final Clock clock = Clock.systemUTC();

    Presence(LastSeen lastSeen, ErasedAvatars erased, Whereabouts whereabouts, Wishes wishes, GreetingConfig config) {
        this.lastSeen = lastSeen;
        this.erased = erased;
        this.whereabouts = whereabouts;
        this.wishes = wishes;
        this.config = config;
    }

    /**
     * The owner opens a channel.
     *
     * @param alreadyHere whether another device of the owner shows the avatar
     */
    public void came(AccountId owner, AvatarId avatar, boolean alreadyHere) {
        Instant now = clock.instant();
        run(() -> erased.among(List.of(avatar))
                .chain(gone -> gone.isEmpty()
                        ? lastSeen.replace(avatar, now)
                        : Uni.createFrom().item(Optional.<Instant>empty()))
                .map(before -> before.filter(since -> !alreadyHere && isWhile(since, now)))
                .chain(since -> greet(owner, avatar, now, since)));
    }

    /** The owner still looks at these avatars, or did until now. */
    public void here(Collection<AvatarId> avatars) {
        Instant now = clock.instant();
        run(() -> erased.among(avatars).chain(gone -> lastSeen.note(without(gone, avatars), now)));
    }

    /** Forgets when the avatar was last looked at; fails while Redis is away. */
    public Uni<Void> erase(AvatarId avatar) {
        return lastSeen.erase(avatar);
    }

    private static List<AvatarId> without(Set<AvatarId> gone, Collection<AvatarId> avatars) {
        return avatars.stream().filter(avatar -> !gone.contains(avatar)).toList();
    }

    private boolean isWhile(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(config.away()) >= 0;
    }

    private Uni<Void> greet(AccountId owner, AvatarId avatar, Instant now, Optional<Instant> since) {
        if (since.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return whereabouts
                .of(owner)
                .chain(place -> wishes.welcome(new OwnerCameV1(
                        avatar, owner, now, since.get(), place.timezone(), place.locale(), place.country())));
    }

    private static void run(Supplier<Uni<Void>> call) {
        Uni.createFrom()
                .deferred(call::get)
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("presence is not kept: %s", failure.getMessage()));
    }
}
