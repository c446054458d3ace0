package viva.matchmaker.verdict;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;

/** The table {@code verdict}. Every method needs a transaction. */
@Singleton
class PgVerdicts {
    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";
    private static final String GIVE = """
            insert into verdict (avatar_id, other_id, kind) values (?1, ?2, ?3)
            on conflict (avatar_id, other_id) do update set kind = excluded.kind, given_at = now()
            returning 1
            """;
    private static final String LIKES =
            "select 1 from verdict where avatar_id = ?1 and other_id = ?2 and kind = 'like'";

    /** Whoever else gives a verdict within this pair waits for the end of the transaction. */
    Uni<Void> lock(AvatarId one, AvatarId other) {
        boolean ordered = one.toString().compareTo(other.toString()) < 0;
        String pair = ordered ? one + " " + other : other + " " + one;
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ONE_AT_A_TIME)
                        .setParameter(1, "verdicts of " + pair)
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<Void> give(AvatarId avatar, AvatarId other, Kind kind) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GIVE)
                        .setParameter(1, avatar.value())
                        .setParameter(2, other.value())
                        .setParameter(3, kind.label())
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<Boolean> likes(AvatarId who, AvatarId whom) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIKES)
                        .setParameter(1, who.value())
                        .setParameter(2, whom.value())
                        .getResultList())
                .map(found -> !found.isEmpty());
    }
}
