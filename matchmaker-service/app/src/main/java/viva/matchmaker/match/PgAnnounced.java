package viva.matchmaker.match;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;

/** The table {@code announced}. */
@Singleton
public class PgAnnounced {
    private static final String INSERT =
            "insert into announced (kind, avatar_id, other_id) values (?1, ?2, ?3) on conflict do nothing returning 1";
    private static final String LOSE =
            "update announced set lost = true where kind = 'found' and other_id = ?1 and not lost returning avatar_id";
    private static final String FIND_AGAIN = "update announced set lost = false"
            + " where kind = 'found' and avatar_id = ?1 and other_id = ?2 and lost returning 1";

    /** Those who were told that {@code other} is a good match, and take it back from now on. */
    Uni<List<AvatarId>> lose(AvatarId other) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOSE, UUID.class)
                        .setParameter(1, other.value())
                        .getResultList())
                .map(told -> told.stream().map(AvatarId::new).toList());
    }

    /** Whether a good match that was taken back is one again from now on. */
    Uni<Boolean> isBack(AvatarId avatar, AvatarId other) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND_AGAIN)
                        .setParameter(1, avatar.value())
                        .setParameter(2, other.value())
                        .getResultList())
                .map(found -> !found.isEmpty());
    }

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
