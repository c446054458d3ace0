package viva.matchmaker.match;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;

/** The table {@code announced}. */
@Singleton
public class PgAnnounced {
    private static final String INSERT =
            "insert into announced (kind, avatar_id, other_id) values (?1, ?2, ?3) on conflict do nothing returning 1";

    /** Whether this was never announced; from now on, unless the transaction fails, it was. */
    public Uni<Boolean> isNew(String kind, AvatarId avatar, AvatarId other) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, kind)
                        .setParameter(2, avatar.value())
                        .setParameter(3, other.value())
                        .getResultList())
                .map(inserted -> !inserted.isEmpty());
    }
}
