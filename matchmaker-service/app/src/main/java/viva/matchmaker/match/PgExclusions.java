package viva.matchmaker.match;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;

/** Who is not offered to an avatar, besides itself and its owner's others: passed, blocked by either, partners, recent exes. */
@Singleton
class PgExclusions {
    private static final String COUPLES = Arrays.stream(BondStatus.values())
            .filter(BondStatus::isCouple)
            .map(status -> "'" + status.label() + "'")
            .collect(Collectors.joining(", "));

    private static final String EXCLUDED = """
            select other_id from verdict where avatar_id = :id and kind in ('pass', 'block')
            union
            select avatar_id from verdict where other_id = :id and kind = 'block'
            union
            select other_id from couple
             where avatar_id = :id
               and (status in (%s)
                    or (status = '%s' and since > now() - make_interval(secs => :cooldown)))
            """.formatted(COUPLES, BondStatus.EX.label());

    private static final String BLOCKED = """
            select 1 from verdict
             where kind = 'block' and (avatar_id, other_id) in ((:one, :other), (:other, :one))
            """;

    private final MatchConfig config;

    PgExclusions(MatchConfig config) {
        this.config = config;
    }

    /** Whether one of the two blocked the other. Needs a session. */
    Uni<Boolean> isBlocked(AvatarId one, AvatarId other) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BLOCKED)
                        .setParameter("one", one.value())
                        .setParameter("other", other.value())
                        .getResultList())
                .map(found -> !found.isEmpty());
    }

    /** Needs a session. */
    Uni<List<AvatarId>> of(AvatarId id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXCLUDED, UUID.class)
                        .setParameter("id", id.value())
                        .setParameter("cooldown", (double) config.exCoolDown().toSeconds())
                        .getResultList())
                .map(ids -> ids.stream().map(AvatarId::new).toList());
    }
}
