package viva.avatar.remembering;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import viva.avatar.memory.Memory;
import viva.avatar.memory.MemoryKind;
import viva.avatar.registry.AvatarLimits;
import viva.avatar.registry.Registry;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ForgetAboutV1;
import viva.contracts.message.MemoryFormedV1;
import viva.contracts.message.RecalledV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Outbox;
import viva.platform.service.problem.Rejected;

/** What avatars remember. Each new memory and what is said about it are one transaction. For others than its owner an avatar is unknown. */
@Singleton
public class Memories {
    private final Pool pool;
    private final Registry registry;
    private final Outbox outbox;
    private final MessageFactory messages;
    private final AvatarLimits limits;
    private final Formation formation = new Formation();
    private final Clock clock = Clock.systemUTC();

    Memories(Pool pool, Registry registry, Outbox outbox, MessageFactory messages, AvatarLimits limits) {
        this.pool = pool;
        this.registry = registry;
        this.outbox = outbox;
        this.messages = messages;
        this.limits = limits;
    }

    /** The newest first; at most {@code count} of one kind or of all. */
    public Uni<List<KeptMemory>> newestOf(
            AccountId account, AvatarId avatar, Optional<MemoryKind> kind, Optional<PageStart> start, int count) {
        String label = kind.map(MemoryKind::label).orElse("");
        return registry.find(account, avatar).chain(() -> PgMemories.newestOf(pool, avatar, label, start, count));
    }

    /** Memories by their ids, in no order; what is not the avatar's is left out. */
    public Uni<List<KeptMemory>> byIds(AvatarId avatar, List<UUID> ids) {
        return PgMemories.byIds(pool, avatar, ids);
    }

    /** One memory; fails with 404 when the avatar has none with this id. */
    public Uni<KeptMemory> get(AvatarId avatar, UUID id) {
        return byIds(avatar, List.of(id))
                .map(found -> found.stream().findFirst().orElseThrow(() -> Rejected.notFound("memory")));
    }

    /** Keeps what an owner wrote down for an avatar; the memory that holds it, which may be one from before. */
    public Uni<KeptMemory> post(AccountId account, AvatarId avatar, Memory memory) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return registry.find(account, avatar)
                .chain(() -> pool.withTransaction(tx -> PgMemories.owner(tx, avatar)
                        .map(owner -> owner.orElseThrow(() -> Rejected.notFound("avatar")))
                        .chain(owner -> form(tx, avatar, id, memory)
                                .call(formed -> formed.isNew()
                                        ? outbox.append(
                                                tx,
                                                List.of(Outgoing.event(messages.first(
                                                        id, null, event(avatar, owner, id, formed.memory())))))
                                        : Uni.createFrom().voidItem()))))
                .invoke(outbox::committed)
                .chain(formed -> get(avatar, formed.holder()));
    }

    /** What an avatar is to keep, and under which id. */
    record Wanted(AvatarId avatar, MessageId id, Memory memory) {}

    /**
     * Keeps all of them in one transaction, and tells of them in one message. One whose id is there already stays as it is, an erased avatar has none,
     * and of one nothing new is remembered. Fails with {@link NobodyThere} when one of the avatars is not there.
     *
     * @param wanted one or two, of different avatars
     * @param request the message that asked for it
     */
    Uni<Void> keep(List<Wanted> wanted, CloudEvent<?> request) {
        // Their shelves are locked in the order in which everybody locks several.
        List<Wanted> ordered = wanted.stream()
                .sorted(Comparator.comparing(each -> each.avatar().toString()))
                .toList();
        return pool.withTransaction(tx -> Multi.createFrom()
                        .iterable(ordered)
                        .onItem()
                        .transformToUniAndConcatenate(each -> keep(tx, each))
                        .collect()
                        .asList()
                        .chain(formed -> tell(tx, formed, request)))
                .invoke(outbox::committed);
    }

    /** What can be told of it; null when nothing new was kept. */
    private Uni<MemoryFormedV1> keep(SqlClient tx, Wanted wanted) {
        return PgMemories.owner(tx, wanted.avatar()).chain(owner -> {
            if (owner.isEmpty()) {
                return absent(tx, wanted.avatar());
            }
            return PgMemories.isAnyErased(tx, wanted.memory().with())
                    .chain(erased -> erased
                            ? Uni.createFrom().nullItem()
                            : form(tx, wanted.avatar(), wanted.id().value(), wanted.memory())
                                    .map(formed -> formed.isNew()
                                            ? event(
                                                    wanted.avatar(),
                                                    owner.get(),
                                                    wanted.id().value(),
                                                    formed.memory())
                                            : null));
        });
    }

    private static Uni<MemoryFormedV1> absent(SqlClient tx, AvatarId avatar) {
        return PgMemories.isAnyErased(tx, List.of(avatar))
                .chain(erased ->
                        erased ? Uni.createFrom().nullItem() : Uni.createFrom().failure(new NobodyThere(avatar)));
    }

    private Uni<Void> tell(SqlClient tx, List<MemoryFormedV1> formed, CloudEvent<?> request) {
        return formed.stream()
                .reduce(MemoryFormedV1::and)
                .map(event -> outbox.append(
                        tx, List.of(Outgoing.event(messages.causedBy(request, event.occurredAt(), event)))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Its holder is null when what it is derived from is not there any more. */
    private Uni<Formation.Formed> form(SqlClient tx, AvatarId avatar, UUID id, Memory memory) {
        KeptMemory kept = new KeptMemory(id, memory, now(), KeptMemory.Standing.NEW);
        return PgMemories.lock(tx, avatar)
                .chain(version -> formation.form(tx, avatar, kept, version))
                .call(formed -> formed.isNew()
                        ? PgMemories.makeRoom(tx, avatar, id, limits.memories())
                        : Uni.createFrom().voidItem());
    }

    private static MemoryFormedV1 event(AvatarId avatar, AccountId owner, UUID id, Memory memory) {
        return new MemoryFormedV1(
                avatar,
                owner,
                new MessageId(id),
                memory.kind().label(),
                memory.content(),
                memory.importance().value(),
                memory.with(),
                memory.occurredAt(),
                memory.gist(),
                memory.audience(),
                memory.origin().withOwner(),
                null);
    }

    /** Changes a memory; the memory as it is then. */
    public Uni<KeptMemory> change(AccountId account, AvatarId avatar, UUID id, MemoryChange change) {
        return registry.find(account, avatar)
                .chain(() -> get(avatar, id))
                .chain(() -> pool.withTransaction(tx -> PgMemories.lock(tx, avatar)
                        .chain(version -> PgMemories.change(
                                        tx, avatar, id, change.pinned(), change.importance(), version)
                                .chain(() -> change.content() == null
                                        ? Uni.createFrom().voidItem()
                                        : PgMemories.correct(tx, avatar, id, change.content(), version)))))
                .chain(() -> get(avatar, id));
    }

    /** Deletes a memory, and what was derived from it alone; the ids of all that are gone, and of what these held. */
    public Uni<List<UUID>> delete(AccountId account, AvatarId avatar, UUID id) {
        return registry.find(account, avatar)
                .chain(() -> get(avatar, id))
                .chain(() -> pool.withTransaction(tx -> PgMemories.lock(tx, avatar)
                        .chain(() -> withDerived(tx, avatar, List.of(id)))
                        .call(all -> PgMemories.delete(tx, avatar, all))
                        .chain(all -> PgMemories.withHeld(tx, all))));
    }

    /** Deletes what an owner told of something, and what was derived from that alone. Of an avatar that is gone nothing is left to delete. */
    Uni<Void> forget(ForgetAboutV1 wish) {
        AvatarId avatar = wish.avatarId();
        Subject subject = Subject.of(wish.about());
        return pool.withTransaction(tx -> PgMemories.owner(tx, avatar)
                .chain(owner -> owner.isEmpty() ? Uni.createFrom().voidItem() : forget(tx, wish, subject)));
    }

    private static Uni<Void> forget(SqlClient tx, ForgetAboutV1 wish, Subject subject) {
        AvatarId avatar = wish.avatarId();
        return PgMemories.lock(tx, avatar)
                .chain(() -> PgMemories.told(tx, avatar, wish.toldUntil()))
                .map(told -> told.stream()
                        .filter(kept -> subject.isIn(kept.memory()))
                        .map(KeptMemory::id)
                        .toList())
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : withDerived(tx, avatar, ids).chain(all -> PgMemories.delete(tx, avatar, all)));
    }

    private static Uni<List<UUID>> withDerived(SqlClient tx, AvatarId avatar, List<UUID> ids) {
        return PgMemories.derivedFrom(tx, avatar, ids).chain(derived -> {
            List<UUID> all = new ArrayList<>(ids);
            all.addAll(derived);
            return derived.isEmpty() ? Uni.createFrom().item(all) : withDerived(tx, avatar, all);
        });
    }

    /**
     * Lets a memory hold a newer one that says the same; what does not, or is not there any more, is left alone.
     *
     * @param cosine of their vectors, in [-1, 1]
     * @param least from which cosine on texts mean the same
     */
    public Uni<Void> mergeIfSame(AvatarId avatar, UUID holder, UUID newer, double cosine, double least) {
        return pool.withTransaction(tx -> PgMemories.lock(tx, avatar)
                .chain(version -> PgMemories.byIds(tx, avatar, List.of(holder, newer))
                        .chain(both -> both.size() == 2
                                        && Formation.sameness(withId(both, holder))
                                                .isSame(Formation.sameness(withId(both, newer)), cosine, least)
                                ? merge(tx, avatar, withId(both, holder), withId(both, newer), version)
                                : Uni.createFrom().voidItem())));
    }

    private static Uni<Void> merge(SqlClient tx, AvatarId avatar, KeptMemory holder, KeptMemory newer, long version) {
        return PgMemories.merge(tx, holder, newer.id(), newer.memory(), version)
                .chain(() -> PgMemories.delete(tx, avatar, List.of(newer.id())));
    }

    private static KeptMemory withId(List<KeptMemory> memories, UUID id) {
        return memories.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** Reinforces what an event used. An avatar that is gone recalls nothing. */
    Uni<Void> recalled(RecalledV1 recalled, Instant at) {
        AvatarId avatar = recalled.avatarId();
        List<UUID> ids = recalled.memoryIds().stream().map(MessageId::value).toList();
        return pool.withTransaction(tx -> PgMemories.owner(tx, avatar)
                .chain(owner -> owner.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : PgMemories.lock(tx, avatar)
                                .chain(version -> PgMemories.recalled(
                                        tx,
                                        avatar,
                                        recalled.eventId().value(),
                                        ids,
                                        at,
                                        recalled.at().millis(),
                                        version))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Somebody asked an avatar to remember that is not there; trying again later may help. */
    static final class NobodyThere extends RuntimeException {
        NobodyThere(AvatarId avatar) {
            super("there is no avatar " + avatar);
        }
    }
}
