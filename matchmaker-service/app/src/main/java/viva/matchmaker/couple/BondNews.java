package viva.matchmaker.couple;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.CloudEvent;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;

/** Learns from the relationship service who is a couple, or was, so that they are not offered to each other. */
@Singleton
class BondNews implements QueueHandler<BondChangedV1> {
    /** Pairs that never were a couple need no row. */
    private static final Set<String> COUPLES = Set.of("dating", "partners", "ex");

    private static final String LEARN = """
            insert into couple (avatar_id, other_id, status, since, version) values (:avatar, :other, :status, :since, :version)
            on conflict (avatar_id, other_id) do update
              set since = case when couple.status = excluded.status then couple.since else excluded.since end,
                  status = excluded.status, version = excluded.version
              where couple.version < excluded.version
            returning 1
            """;
    private static final String FOLLOW = """
            update couple set status = :status, since = :since, version = :version
             where avatar_id = :avatar and other_id = :other and version < :version
            returning 1
            """;

    @Override
    public String queue() {
        return Topology.MATCHMAKER_BONDS;
    }

    @Override
    public Class<BondChangedV1> type() {
        return BondChangedV1.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<BondChangedV1> message) {
        return Panache.withTransaction(() -> learn(message.data(), message.time()));
    }

    private static Uni<Void> learn(BondChangedV1 bond, Instant at) {
        String sql = COUPLES.contains(bond.status()) ? LEARN : FOLLOW;
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("avatar", bond.avatarId().value())
                        .setParameter("other", bond.otherId().value())
                        .setParameter("status", bond.status())
                        .setParameter("since", at)
                        .setParameter("version", bond.version())
                        .getResultList())
                .replaceWithVoid();
    }
}
