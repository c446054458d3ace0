package viva.matchmaker.couple;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import viva.contracts.BondStatus;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.BondEvolvedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Event;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;
import viva.platform.messaging.UnhandleableMessage;

/**
 * Learns from the relationship service who is a couple, or was, so that they are not offered to each other. Of those who were erased it
 * learns nothing.
 */
@Singleton
class BondNews implements QueueHandler<Event> {
    private static final String LEARN = """
            insert into couple (avatar_id, other_id, status, since, version)
            select cast(:avatar as uuid), cast(:other as uuid), cast(:status as text), cast(:since as timestamptz), cast(:version as bigint)
             where not exists (select 1 from profile where standing = 'erased' and id in (cast(:avatar as uuid), cast(:other as uuid),
               pseudonym(cast(:avatar as uuid)), pseudonym(cast(:other as uuid))))
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

    private static final String FORGET =
            "delete from couple where avatar_id = :avatar and other_id = :other returning 1";

    @Override
    public String queue() {
        return Topology.MATCHMAKER_BONDS;
    }

    @Override
    public Class<Event> type() {
        return Event.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<Event> message) {
        if (message.data() instanceof BondEvolvedV1 evolved) {
            List<BondChangedV1> steps = evolved.parts().stream()
                    .filter(BondChangedV1.class::isInstance)
                    .map(BondChangedV1.class::cast)
                    .filter(BondNews::mayTouchCouple)
                    .toList();
            return steps.isEmpty() ? Uni.createFrom().voidItem() : learn(steps, message.time());
        }
        if (message.data() instanceof BondChangedV1 bond) {
            return learn(List.of(bond), message.time());
        }
        if (message.data() instanceof BondEndedV1 bond) {
            return Panache.withTransaction(() -> forget(bond));
        }
        return Uni.createFrom().failure(new UnhandleableMessage("no news of a bond: " + message.type()));
    }

    /** Should the two meet again, their bond begins anew, with its versions. */
    private static Uni<Void> forget(BondEndedV1 bond) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("avatar", bond.avatarId().value())
                        .setParameter("other", bond.otherId().value())
                        .getResultList())
                .replaceWithVoid();
    }

    /** Pairs that never were a couple need no row. */
    private static boolean isOrWasCouple(BondStatus status) {
        return status.isCouple() || status == BondStatus.EX;
    }

    /** The numbers of those who are no couple say nothing that is kept here, and of strangers nothing is kept that a first meeting could change. */
    private static boolean mayTouchCouple(BondChangedV1 bond) {
        boolean turned = bond.status() != bond.previousStatus() && bond.previousStatus() != BondStatus.STRANGERS;
        return isOrWasCouple(bond.status()) || turned;
    }

    private static Uni<Void> learn(List<BondChangedV1> steps, Instant at) {
        return Panache.withTransaction(() -> Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> learn(step, at))
                .onItem()
                .ignoreAsUni());
    }

    private static Uni<Void> learn(BondChangedV1 bond, Instant at) {
        String sql = isOrWasCouple(bond.status()) ? LEARN : FOLLOW;
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("avatar", bond.avatarId().value())
                        .setParameter("other", bond.otherId().value())
                        .setParameter("status", bond.status().label())
                        .setParameter("since", at)
                        .setParameter("version", bond.version())
                        .getResultList())
                .replaceWithVoid();
    }
}
