package viva.relationship.people;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;

/** The table {@code inhabitant}. Every method needs a session; those that write or lock, a transaction. */
@Singleton
class PgInhabitants implements PanacheRepositoryBase<Inhabitant, UUID> {
    private static final String LEARN = """
            insert into inhabitant (id, owner_id, standing, version)
            values (:id, cast(:owner as uuid), :standing, :version)
            on conflict (id) do update
              set owner_id = case excluded.standing
                    when 'erased' then null else coalesce(excluded.owner_id, inhabitant.owner_id) end,
                  standing = excluded.standing, version = excluded.version
              where inhabitant.version < excluded.version and inhabitant.standing <> 'erased'
            returning 1
            """;

    /** Takes in what is newer than what is known, and of an erased avatar leaves nothing but its id; true when it was newer. */
    Uni<Boolean> learn(AvatarId id, String owner, String standing, long version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LEARN)
                        .setParameter("id", id.value())
                        .setParameter("owner", owner)
                        .setParameter("standing", standing)
                        .setParameter("version", version)
                        .getResultList())
                .map(changed -> !changed.isEmpty());
    }

    Uni<Inhabitant> present(AvatarId id) {
        return find("id = ?1 and standing <> ?2", id.value(), Inhabitant.ERASED).firstResult();
    }

    /** Those of the given avatars that are there; none of them is erased until the end of the transaction. */
    Uni<List<Inhabitant>> keptPresent(List<AvatarId> ids) {
        return kept(ids)
                .map(found -> found.stream()
                        .filter(one -> !one.standing.equals(Inhabitant.ERASED))
                        .toList());
    }

    /** Those of the given avatars that were ever heard of; none of them changes until the end of the transaction. */
    Uni<List<Inhabitant>> kept(List<AvatarId> ids) {
        return find("id in ?1 order by id", ids.stream().map(AvatarId::value).toList())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }
}
