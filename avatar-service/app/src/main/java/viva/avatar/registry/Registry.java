package viva.avatar.registry;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import viva.avatar.profile.Details;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.platform.panache.SessionOutbox;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** The avatars of all owners. Each change and what is said about it are one transaction. */
@Singleton
public class Registry {
    private static final ProblemType FULL = new ProblemType("too-many-avatars", "No room for another avatar", 409);
    private static final int PAGE = 100;

    private final PgAvatars avatars;
    private final Ownership ownership;
    private final Announcements announcements;
    private final SessionOutbox outbox;
    private final AvatarLimits limits;
    private final Clock clock = Clock.systemUTC();

    Registry(
            PgAvatars avatars,
            Ownership ownership,
            Announcements announcements,
            SessionOutbox outbox,
            AvatarLimits limits) {
        this.avatars = avatars;
        this.ownership = ownership;
        this.announcements = announcements;
        this.outbox = outbox;
        this.limits = limits;
    }

    /**
     * A new avatar, or the one that was made with {@code clientId} before; refused when the owner has as many as allowed, and when the
     * account is erased.
     *
     * @param clientId the owner's id of the wish; null when it cannot be repeated
     */
    public Uni<Avatar> create(AccountId owner, AvatarProfile profile, UUID clientId) {
        return create(owner, profile, clientId, Luggage.NONE);
    }

    /** As {@link #create(AccountId, AvatarProfile, UUID)}, with what the avatar brings from elsewhere. */
    public Uni<Avatar> create(AccountId owner, AvatarProfile profile, UUID clientId, Luggage luggage) {
        return outbox.transaction(() -> avatars.lockedCount(owner)
                .call(() -> avatars.wasErased(owner).invoke(Registry::refuseWhenErased))
                .chain(count -> avatars.createdAs(owner, clientId)
                        .onItem()
                        .ifNotNull()
                        .transform(AvatarRow::toAvatar)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> add(owner, profile, clientId, luggage, count))));
    }

    private Uni<Avatar> add(AccountId owner, AvatarProfile profile, UUID clientId, Luggage luggage, long count) {
        refuseWhenFull(count);
        Avatar avatar = Avatar.created(new AvatarId(UuidCreator.getTimeOrderedEpoch()), owner, profile, now());
        return avatars.persist(AvatarRow.of(avatar, clientId))
                .call(() -> announcements.created(avatar, luggage.mind()))
                .call(() -> luggage.unpack(avatar))
                .replaceWith(avatar);
    }

    public Uni<Avatar> find(AccountId account, AvatarId id) {
        return Panache.withSession(() -> ownership.toRead(account, id)).map(AvatarRow::toAvatar);
    }

    /** Any account's avatar that does not rest. */
    public Uni<Avatar> findActive(AvatarId id) {
        return Panache.withSession(() -> ownership.toIntroduce(id)).map(AvatarRow::toAvatar);
    }

    /** The names of avatars of any account, by their ids; those that are not there are left out. */
    public Uni<Map<AvatarId, String>> names(Collection<AvatarId> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Panache.withSession(() -> avatars.those(ids))
                        .map(rows ->
                                rows.stream().collect(Collectors.toMap(row -> new AvatarId(row.id), row -> row.name)));
    }

    /** The newest first; at most {@code count} of those before {@code before}. */
    public Uni<List<Avatar>> newestOf(AccountId owner, Optional<AvatarId> before, int count) {
        return Panache.withSession(() -> before.map(id -> avatars.newestOf(owner, id, count))
                        .orElseGet(() -> avatars.newestOf(owner, count)))
                .map(rows -> rows.stream().map(AvatarRow::toAvatar).toList());
    }

    /** Changes an avatar by {@code change}, which sees it as it is now and may reject. */
    public Uni<Avatar> change(AccountId account, AvatarId id, Change change) {
        return outbox.transaction(() -> ownership.toChange(account, id).chain(row -> change(row, change)));
    }

    /** Deletes an avatar for good. */
    public Uni<Void> delete(AccountId account, AvatarId id) {
        return outbox.transaction(() -> ownership.toChange(account, id).chain(this::erase));
    }

    /** Deletes every avatar of an account that is erased; from now on there will be none of it. */
    public Uni<Void> deleteAll(AccountId owner) {
        return outbox.transaction(() -> avatars.lockedCount(owner)
                .chain(() -> avatars.eraseOwner(owner))
                .chain(() -> deleteEach(owner)));
    }

    private Uni<Void> deleteEach(AccountId owner) {
        return avatars.lockedOf(owner, PAGE)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(this::erase)
                                .collect()
                                .last()
                                .chain(() -> deleteEach(owner)));
    }

    private Uni<Void> erase(AvatarRow row) {
        Avatar last = row.toAvatar();
        return announcements.deleted(last).chain(() -> avatars.erase(row, Announcements.versionAfter(last)));
    }

    private Uni<Avatar> change(AvatarRow row, Change change) {
        Avatar before = row.toAvatar();
        Avatar after = before.changed(change.details(before), change.active(before), change.offlineOnly(before), now());
        row.take(after);
        return announcements.changed(before, after).replaceWith(after);
    }

    private static void refuseWhenErased(boolean erased) {
        if (erased) {
            throw Rejected.notFound("account");
        }
    }

    private void refuseWhenFull(long count) {
        if (count >= limits.perOwner()) {
            throw Rejected.of(FULL, "an owner may have at most " + limits.perOwner() + " avatars");
        }
    }

    /** As precise as the database, so that a new avatar looks the same as one that was read back. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What an owner wants of an avatar, given how it is. */
    public interface Change {
        Details details(Avatar now);

        boolean active(Avatar now);

        /** Whether no language model is wanted for it. */
        boolean offlineOnly(Avatar now);
    }
}
