package viva.gateway.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import viva.contracts.AvatarId;

/** Which avatars were erased, as every gateway can know it: one that was paused has heard of no erasure that others answered meanwhile. */
@Singleton
public class ErasedAvatars {
    private static final String ERASED = "select id from erased_avatar where id = any($1)";

    private final Pool pool;

    public ErasedAvatars(Pool pool) {
        this.pool = pool;
    }

    /** Those of {@code avatars} that were erased. */
    public Uni<Set<AvatarId>> among(Collection<AvatarId> avatars) {
        Map<UUID, AvatarId> byPseudonym = new HashMap<>();
        avatars.forEach(avatar -> byPseudonym.put(avatar.pseudonym().value(), avatar));
        if (byPseudonym.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        UUID[] pseudonyms = byPseudonym.keySet().toArray(UUID[]::new);
        return pool.preparedQuery(ERASED)
                .execute(Tuple.tuple().addArrayOfUUID(pseudonyms))
                .map(rows -> {
                    Set<AvatarId> erased = new HashSet<>();
                    for (Row row : rows) {
                        erased.add(byPseudonym.get(row.getUUID(0)));
                    }
                    return erased;
                });
    }
}
