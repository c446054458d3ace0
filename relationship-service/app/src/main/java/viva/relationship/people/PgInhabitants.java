package viva.relationship.people;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import viva.contracts.AvatarId;

/** The table {@code inhabitant}. Every method needs a session; those that write or lock, a transaction. */
@Singleton
class PgInhabitants implements PanacheRepositoryBase<Inhabitant, UUID> {
    private static final String LEARN = """
            insert into inhabitant (id, owner_id, standing, version)
            select cast(:id as uuid), cast(:owner as uuid), cast(:standing as text), cast(:version as bigint)
             where not exists (select 1 from inhabitant where id = pseudonym(cast(:id as uuid)))
            on conflict (id) do update
              set owner_id = coalesce(excluded.owner_id, inhabitant.owner_id),
                  standing = excluded.standing, version = excluded.version
              where inhabitant.version < excluded.version
            returning 1
            """;

    private static final String ERASE = """
            with gone as (delete from inhabitant where id = cast(:id as uuid))
            insert into inhabitant (id, standing, version)
            values (pseudonym(cast(:id as uuid)), 'erased', :version)
            on conflict do nothing
            returning 1
            """;

    /** Takes in what is newer than what is known, unless the avatar is erased; true when it was newer. */
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

    /** Leaves nothing of an avatar but a mark under its pseudonym. Waits for transactions in which it is kept. */
    Uni<Void> erase(AvatarId id, long version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE)
                        .setParameter("id", id.value())
                        .setParameter("version", version)
                        .getResultList())
                .replaceWithVoid();
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

    /**
     * Those of the given avatars that were ever heard of, the erased ones under their pseudonyms; none of them changes until the end of the
     * transaction.
     */
    Uni<List<Inhabitant>> kept(List<AvatarId> ids) {
        List<UUID> all = Stream.concat(ids.stream(), ids.stream().map(AvatarId::pseudonym))
                .map(AvatarId::value)
                .toList();
        return find("id in ?1 order by id", all)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }
}
