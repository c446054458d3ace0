package viva.matchmaker.verdict;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final String BLOCKERS = """
            select avatar_id from verdict
             where kind = 'block' and (avatar_id, other_id) in ((?1, ?2), (?2, ?1))
            """;
    private static final String COUNT_BLOCKS =
            "select count(*) from verdict where avatar_id = ?1 and kind = 'block' and other_id <> ?2";
    private static final String FORGET_LIKING = """
            with likes as (delete from verdict where avatar_id = ?1 and other_id = ?2 and kind <> 'block'),
                 mutual as (
                   delete from announced where kind = 'mutual' and (avatar_id, other_id) in ((?1, ?2), (?2, ?1)))
            select 1
            """;
    private static final String UNBLOCK =
            "delete from verdict where avatar_id = ?1 and other_id = ?2 and kind = 'block' returning 1";
    private static final String BLOCKS = """
            select v.other_id, p.profile ->> 'name', v.given_at
              from verdict v left join profile p on p.id = v.other_id
             where v.avatar_id = :avatar and v.kind = 'block' and (v.given_at, v.other_id) < (:before, :id)
             order by v.given_at desc, v.other_id desc
            """;

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

    /** Those of the two who blocked the other. */
    Uni<Set<AvatarId>> blockers(AvatarId one, AvatarId other) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BLOCKERS, UUID.class)
                        .setParameter(1, one.value())
                        .setParameter(2, other.value())
                        .getResultList())
                .map(ids -> ids.stream().map(AvatarId::new).collect(Collectors.toSet()));
    }

    /** How many others an avatar blocks, besides {@code other}. */
    Uni<Long> blocksBeside(AvatarId avatar, AvatarId other) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT_BLOCKS, Long.class)
                        .setParameter(1, avatar.value())
                        .setParameter(2, other.value())
                        .getSingleResult());
    }

    /** Forgets what {@code who} thought of {@code whom} unless it is a block, and that the two once liked each other. */
    Uni<Void> forgetLiking(AvatarId who, AvatarId whom) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET_LIKING)
                        .setParameter(1, who.value())
                        .setParameter(2, whom.value())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Takes a block back; false when there was none. */
    Uni<Boolean> unblock(AvatarId avatar, AvatarId other) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(UNBLOCK)
                        .setParameter(1, avatar.value())
                        .setParameter(2, other.value())
                        .getResultList())
                .map(deleted -> !deleted.isEmpty());
    }

    /** Whom an avatar blocks, the latest first, from before an instant and id on; at most {@code count}. */
    Uni<List<Block>> blocksOf(AvatarId avatar, Instant before, UUID id, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BLOCKS, Object[].class)
                        .setParameter("avatar", avatar.value())
                        .setParameter("before", before)
                        .setParameter("id", id)
                        .setMaxResults(count)
                        .getResultList())
                .map(rows -> rows.stream().map(Block::of).toList());
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
