package viva.avatar.remembering;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import viva.avatar.memory.Memory;
import viva.avatar.memory.MemoryKind;
import viva.avatar.registry.AvatarLimits;
import viva.avatar.registry.Census;
import viva.avatar.registry.Presence;
import viva.avatar.registry.Registry;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MemoryFormedV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;

/** What avatars remember. Each new memory and what is said about it are one transaction. */
@Singleton
public class Memories {
    private final PgMemories memories;
    private final Census census;
    private final Registry registry;
    private final SessionOutbox outbox;
    private final MessageFactory messages;
    private final AvatarLimits limits;
    private final Clock clock = Clock.systemUTC();

    Memories(
            PgMemories memories,
            Census census,
            Registry registry,
            SessionOutbox outbox,
            MessageFactory messages,
            AvatarLimits limits) {
        this.memories = memories;
        this.census = census;
        this.registry = registry;
        this.outbox = outbox;
        this.messages = messages;
        this.limits = limits;
    }

    /** The newest first; at most {@code count} of one kind or of all. For others than the owner the avatar is unknown. */
    public Uni<List<KeptMemory>> newestOf(
            AccountId account, AvatarId avatar, Optional<MemoryKind> kind, Optional<PageStart> start, int count) {
        String label = kind.map(MemoryKind::label).orElse("");
        return Panache.withSession(() -> registry.find(account, avatar)
                        .chain(() -> start.map(from -> memories.newestOf(avatar, label, from, count))
                                .orElseGet(() -> memories.newestOf(avatar, label, count))))
                .map(rows -> rows.stream().map(MemoryRow::toKept).toList());
    }

    /**
     * Keeps what a new avatar brings from elsewhere, in the transaction of its creation and without telling anybody. Of memories with an avatar that
     * was erased nothing is kept.
     */
    public Uni<Void> bring(AvatarId avatar, List<KeptMemory> brought) {
        return memories.bring(avatar, brought);
    }

    /**
     * Keeps a memory under an id; one that is there already stays as it is, an erased avatar has none, and of one nothing new is
     * remembered. Fails with {@link NobodyThere} when there is no such avatar.
     *
     * @param request the message that asked for it
     */
    Uni<Void> keep(AvatarId avatar, MessageId id, Memory memory, CloudEvent<?> request) {
        return outbox.transaction(() -> census.keep(avatar).chain(presence -> switch (presence) {
            case Presence.Here(AccountId owner) ->
                census.isAnyErased(memory.with())
                        .chain(erased ->
                                erased ? Uni.createFrom().voidItem() : keep(avatar, owner, id, memory, request));
            case Presence.Erased() -> Uni.createFrom().voidItem();
            case Presence.Unknown() -> Uni.createFrom().failure(new NobodyThere(avatar));
        }));
    }

    private Uni<Void> keep(AvatarId avatar, AccountId owner, MessageId id, Memory memory, CloudEvent<?> request) {
        KeptMemory kept = new KeptMemory(id.value(), memory, clock.instant().truncatedTo(ChronoUnit.MICROS));
        MemoryFormedV1 formed = new MemoryFormedV1(
                avatar,
                owner,
                id,
                memory.kind().label(),
                memory.content(),
                memory.importance().value(),
                memory.with(),
                memory.occurredAt());
        return memories.keep(avatar, kept)
                .chain(isNew -> isNew
                        ? memories.makeRoom(avatar, id, limits.memories())
                                .chain(() -> outbox.append(
                                        Outgoing.event(messages.causedBy(request, memory.occurredAt(), formed))))
                        : Uni.createFrom().voidItem());
    }

    /** Somebody asked an avatar to remember that is not there; trying again later may help. */
    static final class NobodyThere extends RuntimeException {
        NobodyThere(AvatarId avatar) {
            super("there is no avatar " + avatar);
        }
    }
}
