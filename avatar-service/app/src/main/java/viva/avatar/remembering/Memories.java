package viva.avatar.remembering;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
                        .chain(owner -> form(tx, avatar, owner, id, memory, null))))
                .invoke(outbox::committed)
                .chain(holder -> get(avatar, holder));
    }

    /**
     * Keeps a memory under an id; one that is there already stays as it is, an erased avatar has none, and of one nothing new is
     * remembered. Fails with {@link NobodyThere} when there is no such avatar.
     *
     * @param request the message that asked for it
     */
    Uni<Void> keep(AvatarId avatar, MessageId id, Memory memory, CloudEvent<?> request) {
        return pool.withTransaction(tx -> PgMemories.owner(tx, avatar).chain(owner -> {
                    if (owner.isEmpty()) {
                        return absent(tx, avatar);
                    }
                    return PgMemories.isAnyErased(tx, memory.with())
                            .chain(erased -> erased
                                    ? Uni.createFrom().voidItem()
                                    : form(tx, avatar, owner.get(), id.value(), memory, request)
                                            .replaceWithVoid());
                }))
                .invoke(outbox::committed);
    }

    private static Uni<Void> absent(SqlClient tx, AvatarId avatar) {
        return PgMemories.isAnyErased(tx, List.of(avatar))
                .chain(erased ->
                        erased ? Uni.createFrom().voidItem() : Uni.createFrom().failure(new NobodyThere(avatar)));
    }

    /** The id of the memory that holds it; null when what it is derived from is not there any more. */
    private Uni<UUID> form(
            SqlClient tx, AvatarId avatar, AccountId owner, UUID id, Memory memory, CloudEvent<?> request) {
        KeptMemory kept = new KeptMemory(id, memory, now(), KeptMemory.Standing.NEW);
        return PgMemories.lock(tx, avatar)
                .chain(version -> formation.form(tx, avatar, kept, version))
                .call(formed -> formed.isNew()
                        ? PgMemories.makeRoom(tx, avatar, id, limits.memories())
                                .chain(() -> outbox.append(
                                        tx,
                                        List.of(Outgoing.event(formed(avatar, owner, id, formed.memory(), request)))))
                        : Uni.createFrom().voidItem())
                .map(Formation.Formed::holder);
    }

    private CloudEvent<MemoryFormedV1> formed(
            AvatarId avatar, AccountId owner, UUID id, Memory memory, CloudEvent<?> request) {
        MemoryFormedV1 formed = new MemoryFormedV1(
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
                memory.origin().withOwner());
        return request == null
                ? messages.first(id, null, formed)
                : messages.causedBy(request, memory.occurredAt(), formed);
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
