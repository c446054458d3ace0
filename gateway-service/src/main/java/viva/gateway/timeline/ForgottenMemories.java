package viva.gateway.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import viva.contracts.AvatarId;

/** Takes memories off their avatar's timeline when its owner deleted them. */
@Singleton
public class ForgottenMemories {
    private static final String FORGET = "delete from timeline where avatar_id = $1 and type = 'memory.formed.v1' "
            + "and payload ->> 'memory_id' = any($2)";

    private final Pool pool;

    ForgottenMemories(Pool pool) {
        this.pool = pool;
    }

    /** Deletes what the timeline tells of some memories; unknown ids are ignored. */
    public Uni<Void> forget(AvatarId avatar, Collection<UUID> memories) {
        String[] ids = memories.stream().map(UUID::toString).toArray(String[]::new);
        return pool.preparedQuery(FORGET).execute(Tuple.of(avatar.value(), ids)).replaceWithVoid();
    }
}
