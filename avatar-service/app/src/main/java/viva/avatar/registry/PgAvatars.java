package viva.avatar.registry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;

/** The table {@code avatar}. Every method needs a session; those that write or lock, a transaction. */
@Singleton
class PgAvatars implements PanacheRepositoryBase<AvatarRow, UUID> {
    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";

    private static final String ERASE =
            "insert into erased_avatar (id) values (pseudonym(cast(:id as uuid))) on conflict do nothing returning 1";
    private static final String ERASED = "select 1 from erased_avatar where id = pseudonym(cast(:id as uuid))";
    private static final String ANY_ERASED =
            "select 1 from erased_avatar where id in (select pseudonym(other) from unnest(cast(cast(:ids as text) as uuid[])) as other)";
    private static final String ERASE_OWNER =
            "insert into erased_owner (id) values (pseudonym(cast(:id as uuid))) on conflict do nothing returning 1";
    private static final String OWNER_ERASED = "select 1 from erased_owner where id = pseudonym(cast(:id as uuid))";

    private static final String FORGET = "select forget_avatar(cast(:id as uuid), cast(:name as text))";

    private static final String BEGIN = """
            insert into erasure (avatar_id, name, version) values (cast(:id as uuid), cast(:name as text), :version)
              on conflict do nothing returning 1
            """;

    /** An avatar of this owner; null when there is none. */
    Uni<AvatarRow> of(AccountId owner, AvatarId id) {
        return find("id = ?1 and ownerId = ?2", id.value(), owner.value()).firstResult();
    }

    /** The avatar that an owner wished for with this id; null when there is none, or no id. */
    Uni<AvatarRow> createdAs(AccountId owner, UUID clientId) {
        return clientId == null
                ? Uni.createFrom().nullItem()
                : find("ownerId = ?1 and clientId = ?2", owner.value(), clientId)
                        .firstResult();
    }

    /** As {@link #of}, kept from other writers until the end of the transaction. */
    Uni<AvatarRow> lockedOf(AccountId owner, AvatarId id) {
        return find("id = ?1 and ownerId = ?2", id.value(), owner.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** An avatar whoever owns it, kept from other writers until the end of the transaction; null when there is none. */
    Uni<AvatarRow> locked(AvatarId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Deletes an avatar with all that hangs on it, remembers that it is gone, and begins its erasure in every service. A memory of another
     * one that is kept at the same moment may still tell of it; the rounds of the erasure find that.
     *
     * @param version with which others are told that it is gone
     */
    Uni<Void> erase(AvatarRow row, long version) {
        Map<String, Object> it = Map.of("id", row.id);
        String name = row.name;
        return delete(row)
                .chain(() -> run(ERASE, it))
                .chain(() -> run(FORGET, Map.of("id", row.id, "name", name)))
                .chain(() -> run(BEGIN, Map.of("id", row.id, "name", name, "version", version)))
                .replaceWithVoid();
    }

    Uni<Boolean> wasErased(AvatarId id) {
        return run(ERASED, Map.of("id", id.value()));
    }

    /** Whether one of these avatars was erased. */
    Uni<Boolean> wasAnyErased(Collection<AvatarId> ids) {
        String all = ids.stream().map(AvatarId::toString).collect(Collectors.joining(",", "{", "}"));
        return ids.isEmpty() ? Uni.createFrom().item(false) : run(ANY_ERASED, Map.of("ids", all));
    }

    /** Remembers that an account is gone. */
    Uni<Void> eraseOwner(AccountId owner) {
        return run(ERASE_OWNER, Map.of("id", owner.value())).replaceWithVoid();
    }

    Uni<Boolean> wasErased(AccountId owner) {
        return run(OWNER_ERASED, Map.of("id", owner.value()));
    }

    /** Whether the statement answers with any row. */
    private static Uni<Boolean> run(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> !rows.isEmpty());
    }

    /** Some avatars of an owner, kept from other writers until the end of the transaction. */
    Uni<List<AvatarRow>> lockedOf(AccountId owner, int count) {
        return find("ownerId = ?1 order by id", owner.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, count)
                .list();
    }

    /** The newest avatars of an owner first. */
    Uni<List<AvatarRow>> newestOf(AccountId owner, int count) {
        return find("ownerId = ?1 order by id desc", owner.value())
                .page(0, count)
                .list();
    }

    Uni<List<AvatarRow>> newestOf(AccountId owner, AvatarId before, int count) {
        return find("ownerId = ?1 and id < ?2 order by id desc", owner.value(), before.value())
                .page(0, count)
                .list();
    }

    /** How many avatars an owner has; nobody else counts or adds to them until the end of the transaction. */
    Uni<Long> lockedCount(AccountId owner) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ONE_AT_A_TIME)
                        .setParameter(1, "avatars of " + owner)
                        .getSingleResult())
                .chain(() -> count("ownerId", owner.value()));
    }

    /** Avatars of any owner. */
    Uni<List<AvatarRow>> those(Collection<AvatarId> ids) {
        return find("id in ?1", ids.stream().map(AvatarId::value).toList()).list();
    }

    /** An avatar of any owner that does not rest; null when there is none. */
    Uni<AvatarRow> active(AvatarId id) {
        return find("id = ?1 and active", id.value()).firstResult();
    }
}
