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

    /** The row of {@code found_by_others} is locked until the end of the transaction, so that two who find the same avatar at once count both. */
    private static final String INSERT_WITHIN_LIMIT = """
            with fresh as (
              select 1 where not exists (select 1 from announced
                where kind = 'found' and avatar_id = cast(?1 as uuid) and other_id = cast(?2 as uuid))),
            today as (select cast(now() at time zone 'UTC' as date) as day),
            room as (
              insert into found_by_others as known (avatar_id, day, count)
              select cast(?1 as uuid), today.day, 1 from today, fresh where cast(?3 as integer) > 0
              on conflict (avatar_id) do update
                set count = case when known.day = excluded.day then known.count + 1 else 1 end, day = excluded.day
                where known.day < excluded.day or known.count < cast(?3 as integer)
              returning 1)
            insert into announced (kind, avatar_id, other_id)
            select 'found', cast(?1 as uuid), cast(?2 as uuid) from room
            on conflict do nothing returning 1
            """;

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

    /**
     * As {@link #isNew} for a match, of an avatar that was found by {@code other}; false as well when it was found {@code mostToday} times today:
     * then it may still be announced another day.
     */
    Uni<Boolean> isNewWithin(int mostToday, AvatarId avatar, AvatarId other) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT_WITHIN_LIMIT)
                        .setParameter(1, avatar.value())
                        .setParameter(2, other.value())
                        .setParameter(3, mostToday)
                        .getResultList())
                .map(inserted -> !inserted.isEmpty());
    }
}
