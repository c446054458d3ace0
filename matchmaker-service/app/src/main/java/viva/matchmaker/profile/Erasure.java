package viva.matchmaker.profile;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;

/** Erases what an avatar leaves behind here, and what others left about it. */
@Singleton
class Erasure {
    private static final String ERASE = """
            with verdicts as (delete from verdict where avatar_id = :id or other_id = :id),
                 couples as (delete from couple where avatar_id = :id or other_id = :id),
                 news as (delete from announced where avatar_id = :id or other_id = :id),
                 found as (delete from found_by_others where avatar_id = :id)
            select 1
            """;

    /** Needs a transaction. */
    Uni<Void> of(AvatarId id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE)
                        .setParameter("id", id.value())
                        .getSingleResult())
                .replaceWithVoid();
    }
}
