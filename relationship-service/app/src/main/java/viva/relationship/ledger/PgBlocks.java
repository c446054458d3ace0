package viva.relationship.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.relationship.bond.Pair;

/** The table {@code block}. Every method needs a transaction. */
@Singleton
class PgBlocks {
    private static final String BLOCK =
            "insert into block (blocker_id, blocked_id) values (?1, ?2) on conflict do nothing returning 1";
    private static final String UNBLOCK = "delete from block where blocker_id = ?1 and blocked_id = ?2 returning 1";
    private static final String BETWEEN = "select 1 from block where (blocker_id, blocked_id) in ((?1, ?2), (?2, ?1))";
    private static final String ERASE = "delete from block where blocker_id = ?1 or blocked_id = ?1 "
            + "returning case blocker_id when ?1 then blocked_id else blocker_id end";

    Uni<Void> block(AvatarId blocker, AvatarId blocked) {
        return change(BLOCK, blocker, blocked);
    }

    Uni<Void> unblock(AvatarId blocker, AvatarId blocked) {
        return change(UNBLOCK, blocker, blocked);
    }

    /** Whether one of the two blocks the other. */
    Uni<Boolean> isBetween(Pair pair) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BETWEEN)
                        .setParameter(1, pair.first().value())
                        .setParameter(2, pair.second().value())
                        .getResultList())
                .map(found -> !found.isEmpty());
    }

    /** Deletes the blocks of an avatar and those on it; answers whom they were with, each once or twice. */
    Uni<List<AvatarId>> deleteOf(AvatarId avatar) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE, UUID.class)
                        .setParameter(1, avatar.value())
                        .getResultList())
                .map(others -> others.stream().map(AvatarId::new).toList());
    }

    private static Uni<Void> change(String sql, AvatarId blocker, AvatarId blocked) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter(1, blocker.value())
                        .setParameter(2, blocked.value())
                        .getResultList())
                .replaceWithVoid();
    }
}
