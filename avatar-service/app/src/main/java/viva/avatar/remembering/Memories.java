package viva.avatar.remembering;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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
        // Their avatars are locked in the order in which everybody locks several.
        List<Wanted> ordered = wanted.stream()
                .sorted(Comparator.comparing(each -> each.avatar().toString()))
                .toList();
        return outbox.transaction(() -> Multi.createFrom()
                .iterable(ordered)
                .onItem()
                .transformToUniAndConcatenate(this::keep)
                .collect()
                .asList()
                .chain(formed -> tell(formed, request)));
    }

    /** What can be told of it; null when nothing was kept. */
    private Uni<MemoryFormedV1> keep(Wanted wanted) {
        return census.keep(wanted.avatar()).chain(presence -> switch (presence) {
            case Presence.Here(AccountId owner) ->
                census.isAnyErased(wanted.memory().with())
                        .chain(erased -> erased ? Uni.createFrom().nullItem() : keep(wanted, owner));
            case Presence.Erased() -> Uni.createFrom().nullItem();
            case Presence.Unknown() -> Uni.createFrom().failure(new NobodyThere(wanted.avatar()));
        });
    }

    private Uni<MemoryFormedV1> keep(Wanted wanted, AccountId owner) {
        Memory memory = wanted.memory();
        KeptMemory kept =
                new KeptMemory(wanted.id().value(), memory, clock.instant().truncatedTo(ChronoUnit.MICROS));
        MemoryFormedV1 formed = new MemoryFormedV1(
                wanted.avatar(),
                owner,
                wanted.id(),
                memory.kind().label(),
                memory.content(),
                memory.importance().value(),
                memory.with(),
                memory.occurredAt());
        return memories.keep(wanted.avatar(), kept)
                .chain(isNew -> isNew
                        ? memories.makeRoom(wanted.avatar(), wanted.id(), limits.memories())
                                .replaceWith(formed)
                        : Uni.createFrom().nullItem());
    }

    private Uni<Void> tell(List<MemoryFormedV1> formed, CloudEvent<?> request) {
        return formed.stream()
                .reduce(MemoryFormedV1::and)
                .map(event -> outbox.append(Outgoing.event(messages.causedBy(request, event.occurredAt(), event))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Somebody asked an avatar to remember that is not there; trying again later may help. */
    static final class NobodyThere extends RuntimeException {
        NobodyThere(AvatarId avatar) {
            super("there is no avatar " + avatar);
        }
    }
}
