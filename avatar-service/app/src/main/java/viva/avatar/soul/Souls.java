package viva.avatar.soul;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import viva.avatar.memory.Memory;
import viva.avatar.personality.Catalogue;
import viva.avatar.profile.Checked;
import viva.avatar.registry.Avatar;
import viva.avatar.registry.Luggage;
import viva.avatar.registry.Registry;
import viva.avatar.remembering.KeptMemory;
import viva.avatar.remembering.Memories;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.CarriedMind;
import viva.contracts.WorldTime;
import viva.platform.service.context.OwnContext;
import viva.platform.service.problem.Rejected;

/** Avatars that come from files, and the files of avatars. Reading and writing a file takes long, so it is not done on an event loop. */
@Singleton
public class Souls {
    private final Registry registry;
    private final Memories memories;
    private final PgBrought brought;
    private final PgCards cards;
    private final Catalogue catalogue = Catalogue.standard();
    private final Clock clock = Clock.systemUTC();

    Souls(Registry registry, Memories memories, PgBrought brought, PgCards cards) {
        this.registry = registry;
        this.memories = memories;
        this.brought = brought;
        this.cards = cards;
    }

    /**
     * What a file holds, or everything that is wrong with it.
     *
     * @param worldNow of this world
     */
    public Uni<Checked<Arrival>> read(byte[] file, WorldTime worldNow) {
        Instant now = now();
        return elsewhere(() -> Arrival.of(file, worldNow, now, catalogue));
    }

    /** A new avatar, in one transaction; or the one that was made with {@code clientId} before. Fails as {@link Registry#create} does. */
    public Uni<Avatar> arrive(AccountId owner, UUID clientId, Arrival arrival) {
        return registry.create(owner, arrival.profile(), clientId, new Luggage() {
            @Override
            public CarriedMind mind() {
                return arrival.mind();
            }

            @Override
            public Uni<Void> unpack(Avatar newborn) {
                return brought.keep(newborn.id(), arrival.memories())
                        .chain(() -> arrival.card() == null
                                ? Uni.createFrom().voidItem()
                                : cards.keep(newborn.id(), arrival.card()));
            }
        });
    }

    /** The soul file of an avatar of the account. */
    public Uni<byte[]> write(AccountId account, AvatarId id, Elsewhere parts) {
        return Panache.withSession(() -> registry.find(account, id)
                        .chain(avatar -> memories.newestOf(
                                        account, id, Optional.empty(), Optional.empty(), SoulFormat.MOST_MEMORIES)
                                .chain(kept -> registry.names(others(kept, parts))
                                        .chain(names ->
                                                cards.of(id).map(card -> soul(avatar, kept, parts, names, card))))))
                .chain(soul -> elsewhere(() -> SoulWriter.write(soul.fitting())));
    }

    /** The card that an avatar of the account was made of, as it came. */
    public Uni<OriginalCard> card(AccountId account, AvatarId id) {
        return Panache.withSession(() -> registry.find(account, id).chain(() -> cards.of(id)))
                .onItem()
                .ifNull()
                .failWith(() -> Rejected.notFound("card"));
    }

    private static Set<AvatarId> others(List<KeptMemory> kept, Elsewhere parts) {
        Set<AvatarId> others = new HashSet<>();
        kept.forEach(memory -> others.addAll(memory.memory().with()));
        parts.bonds().forEach(bond -> others.add(bond.otherId()));
        return others;
    }

    private Soul soul(
            Avatar avatar, List<KeptMemory> kept, Elsewhere parts, Map<AvatarId, String> names, OriginalCard card) {
        List<SoulMemory> told =
                kept.reversed().stream().map(memory -> memory(memory, names)).toList();
        WorldTime latest = told.stream()
                .map(SoulMemory::occurredAt)
                .reduce(parts.worldTime(), (a, b) -> a.compareTo(b) > 0 ? a : b);
        return new Soul(
                now(),
                latest,
                avatar.profile(),
                parts.mind(),
                told,
                parts.bonds().stream()
                        .limit(SoulFormat.MOST_BONDS)
                        .map(bond -> bond.toSoul(names.get(bond.otherId()), latest))
                        .toList(),
                card);
    }

    private static SoulMemory memory(KeptMemory kept, Map<AvatarId, String> names) {
        Memory memory = kept.memory();
        return new SoulMemory(
                memory.kind().label(),
                memory.content(),
                memory.gist(),
                memory.importance().value(),
                memory.with().stream()
                        .map(other -> new Known(other, names.get(other)))
                        .toList(),
                memory.occurredAt(),
                kept.createdAt(),
                memory.audience(),
                memory.origin().withOwner(),
                kept.standing().pinned(),
                kept.standing().recalls(),
                memory.slot());
    }

    private static <T> Uni<T> elsewhere(Supplier<T> work) {
        return OwnContext.returning(
                Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    /** As precise as the database. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
