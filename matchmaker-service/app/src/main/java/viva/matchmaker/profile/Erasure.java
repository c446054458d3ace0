package viva.matchmaker.profile;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.message.MatchLostV1;
import viva.matchmaker.match.LostMatches;

/** Erases what an avatar leaves behind here, and what others left about it; who heard of it learns that it is gone. */
@Singleton
class Erasure {
    private static final String ERASE = """
            with verdicts as (
                   delete from verdict where avatar_id = :id or other_id = :id returning kind, avatar_id, other_id),
                 couples as (delete from couple where avatar_id = :id or other_id = :id),
                 found as (delete from found_by_others where avatar_id = :id),
                 news as (
                   delete from announced where avatar_id = :id or other_id = :id returning kind, avatar_id, other_id)
            select avatar_id from news where kind = 'found' and other_id = :id
            union select avatar_id from verdicts where kind = 'block' and other_id = :id
            union select other_id from verdicts where kind = 'block' and avatar_id = :id
            """;

    private final LostMatches lostMatches;

    Erasure(LostMatches lostMatches) {
        this.lostMatches = lostMatches;
    }

    /** Needs a transaction. */
    Uni<Void> of(AvatarId id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE, UUID.class)
                        .setParameter("id", id.value())
                        .getResultList())
                .map(told -> told.stream().map(AvatarId::new).toList())
                .chain(told -> lostMatches.tell(told, id, MatchLostV1.GONE));
    }
}
