package viva.avatar.registry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;

/** The table {@code avatar}. Every method needs a session; those that write or lock, a transaction. */
@Singleton
class PgAvatars implements PanacheRepositoryBase<AvatarRow, UUID> {
    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";

    private static final String ERASE = "insert into erased_avatar (id) values (?1) on conflict do nothing returning 1";
    private static final String ERASED = "select 1 from erased_avatar where id = ?1";

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

    /** Deletes an avatar with all that hangs on it, and remembers that it is gone. */
    Uni<Void> erase(AvatarRow row) {
        return delete(row)
                .chain(Panache::getSession)
                .chain(session ->
                        session.createNativeQuery(ERASE).setParameter(1, row.id).getResultList())
                .replaceWithVoid();
    }

    Uni<Boolean> wasErased(AvatarId id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASED)
                        .setParameter(1, id.value())
                        .getResultList())
                .map(found -> !found.isEmpty());
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

    /** An avatar of any owner that does not rest; null when there is none. */
    Uni<AvatarRow> active(AvatarId id) {
        return find("id = ?1 and active", id.value()).firstResult();
    }
}
