package viva.relationship.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.relationship.bond.Pair;

/** The table {@code bond}. Every method needs a session; those that write or lock, a transaction. */
@Singleton
class PgBonds implements PanacheRepositoryBase<BondRow, UUID> {
    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";

    private static final String OF_AVATAR = "((firstId = :avatar and (:status = '' or firstSees = :status))"
            + " or (secondId = :avatar and (:status = '' or secondSees = :status)))";
    private static final String OLDER = " and (updatedAt < :at or (updatedAt = :at and id < :id))";
    private static final String NEWEST_FIRST = " order by updatedAt desc, id desc";

    private static final String ERASE = "delete from bond where first_id = :avatar or second_id = :avatar "
            + "returning case first_id when :avatar then second_id else first_id end";

    private static final String STATISTICS = """
            select case when first_id = :avatar then first_sees else second_sees end as seen,
                   count(*), sum(familiarity), sum(trust),
                   sum(case when first_id = :avatar then first_affection else second_affection end)
              from bond
             where first_id = :avatar or second_id = :avatar
             group by seen
            """;

    /** The bond of a pair, or null; whoever else wants to change it waits for the end of the transaction, even if it is new. */
    Uni<BondRow> locked(Pair pair) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ONE_AT_A_TIME)
                        .setParameter(1, "bond " + BondRow.idOf(pair))
                        .getSingleResult())
                .chain(() -> findById(BondRow.idOf(pair)));
    }

    /** The bonds of an avatar that changed last, first; {@code status} as the avatar sees it, or empty for all. */
    Uni<List<BondRow>> newestOf(AvatarId avatar, String status, int count) {
        Map<String, Object> who = Map.of("avatar", avatar.value(), "status", status);
        return find(OF_AVATAR + NEWEST_FIRST, who).page(0, count).list();
    }

    /** As {@link #newestOf(AvatarId, String, int)}, from after {@code start}. */
    Uni<List<BondRow>> newestOf(AvatarId avatar, String status, PageStart start, int count) {
        Map<String, Object> from =
                Map.of("avatar", avatar.value(), "status", status, "at", start.updatedAt(), "id", start.id());
        return find(OF_AVATAR + OLDER + NEWEST_FIRST, from).page(0, count).list();
    }

    /** Per status as the avatar sees it: count and sums of familiarity, trust and own affection. */
    Uni<List<Tally>> tallies(AvatarId avatar) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STATISTICS, Object[].class)
                        .setParameter("avatar", avatar.value())
                        .getResultList())
                .map(rows -> rows.stream().map(Tally::of).toList());
    }

    /** Deletes the bonds of an avatar and answers whom they were with. */
    Uni<List<AvatarId>> deleteOf(AvatarId avatar) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE, UUID.class)
                        .setParameter("avatar", avatar.value())
                        .getResultList())
                .map(others -> others.stream().map(AvatarId::new).toList());
    }
}
