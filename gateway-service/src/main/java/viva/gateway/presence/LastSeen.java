package viva.gateway.presence;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import viva.contracts.AvatarId;

/** When each avatar's owner last looked at it, for all replicas: an instant in Redis under the avatar's id. */
@Singleton
class LastSeen {
    /** After so long the avatar treats its owner as one who was never here; ours. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int AT_ONCE = 64;

    private final ReactiveRedisDataSource redis;

    LastSeen(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    /** Notes that the owner is here and answers when that was so before; of several replicas that ask at once, one learns it. */
    Uni<Optional<Instant>> replace(AvatarId avatar, Instant now) {
        return redis.execute("SET", key(avatar), millis(now), "EX", seconds(), "GET")
                .map(before -> Optional.ofNullable(before).map(text -> Instant.ofEpochMilli(text.toLong())));
    }

    /** Notes that the owner is here. */
    Uni<Void> note(Collection<AvatarId> avatars, Instant now) {
        return Multi.createFrom()
                .iterable(avatars)
                .onItem()
                .transformToUni(avatar -> redis.execute("SET", key(avatar), millis(now), "EX", seconds())
                        .replaceWithVoid())
                .merge(AT_ONCE)
                .collect()
                .last();
    }

    /** Forgets the avatar. */
    Uni<Void> erase(AvatarId avatar) {
        return redis.execute("DEL", key(avatar)).replaceWithVoid();
    }

    private static String key(AvatarId avatar) {
        return "viva:presence:" + avatar;
    }

    private static String millis(Instant now) {
        return Long.toString(now.toEpochMilli());
    }

    private static String seconds() {
        return Long.toString(KEPT.toSeconds());
    }
}
