package viva.gateway.presence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.message.OwnerCameV1;
import viva.gateway.account.Whereabouts;
import viva.gateway.wish.Wishes;

/**
 * Knows when owners come and go, and tells an avatar when its owner comes back after a while. Nobody waits for it: without Redis
 * there is no greeting, and everything else goes on.
 */
@Singleton
public class Presence {
    private static final Logger LOG = Logger.getLogger(Presence.class);

    private final LastSeen lastSeen;
    private final Whereabouts whereabouts;
    private final Wishes wishes;
    private final GreetingConfig config;
    private final Clock clock = Clock.systemUTC();

    Presence(LastSeen lastSeen, Whereabouts whereabouts, Wishes wishes, GreetingConfig config) {
        this.lastSeen = lastSeen;
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
        run(() -> lastSeen.replace(avatar, now)
                .map(before -> before.filter(since -> !alreadyHere && isWhile(since, now)))
                .chain(since -> greet(owner, avatar, now, since)));
    }

    /** The owner still looks at these avatars, or did until now. */
    public void here(Collection<AvatarId> avatars) {
        run(() -> lastSeen.note(avatars, clock.instant()));
    }

    /** Forgets when the avatar was last looked at; fails while Redis is away. */
    public Uni<Void> erase(AvatarId avatar) {
        return lastSeen.erase(avatar);
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
