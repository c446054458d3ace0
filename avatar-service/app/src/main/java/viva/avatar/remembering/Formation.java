package viva.avatar.remembering;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import viva.avatar.memory.Memory;
import viva.avatar.memory.Origin;
import viva.avatar.memory.Sameness;
import viva.avatar.memory.Supersession;
import viva.avatar.remembering.PgMemories.Source;
import viva.contracts.Audience;
import viva.contracts.AvatarId;

/** How a memory comes to be kept: as a new one, as a newer or older fact of its slot, or within one that says the same. */
final class Formation {
    /**
     * What became of a memory.
     *
     * @param holder the memory that holds it; null when none does
     * @param memory as it is kept
     */
    record Formed(UUID holder, boolean isNew, Memory memory) {}

    /** Keeps a memory, in a transaction that has locked the avatar's at a version. */
    Uni<Formed> form(SqlClient tx, AvatarId avatar, KeptMemory kept, long version) {
        return PgMemories.holder(tx, kept.id())
                .chain(holder -> holder.isPresent()
                        ? Uni.createFrom().item(new Formed(holder.get(), false, kept.memory()))
                        : derive(tx, avatar, kept, version));
    }

    /** What is derived is for nobody that its sources are not for, and comes too late when they were deleted. */
    private Uni<Formed> derive(SqlClient tx, AvatarId avatar, KeptMemory kept, long version) {
        List<UUID> wanted = kept.memory().origin().sources();
        return PgMemories.sources(tx, avatar, wanted).chain(sources -> {
            if (sources.isEmpty() && !wanted.isEmpty()) {
                return Uni.createFrom().item(new Formed(null, false, kept.memory()));
            }
            return sources.isEmpty()
                    ? match(tx, avatar, kept, version)
                    : match(tx, avatar, derived(kept, sources), version);
        });
    }

    private static KeptMemory derived(KeptMemory kept, List<Source> sources) {
        Memory memory = kept.memory();
        Origin origin = memory.origin();
        List<UUID> ids = sources.stream().map(Source::id).distinct().toList();
        Memory resolved = new Memory(
                memory.kind(),
                memory.content(),
                memory.gist(),
                memory.importance(),
                memory.with(),
                memory.occurredAt(),
                memory.audience(),
                memory.feelings(),
                memory.slot(),
                new Origin(origin.withOwner(), origin.posted(), ids, origin.event(), origin.realAt()));
        Audience narrowest =
                Audience.narrowest(sources.stream().map(Source::audience).toList());
        return new KeptMemory(kept.id(), resolved.within(narrowest), kept.createdAt(), kept.standing());
    }

    private Uni<Formed> match(SqlClient tx, AvatarId avatar, KeptMemory kept, long version) {
        Memory memory = kept.memory();
        if (memory.slot() != null && memory.origin().withOwner()) {
            return PgMemories.facts(tx, avatar, memory.slot()).chain(facts -> ofSlot(tx, avatar, kept, facts, version));
        }
        Sameness sameness = sameness(kept);
        return PgMemories.alike(tx, avatar, memory.content())
                .map(found -> found.stream()
                        .filter(one -> one.memory().slot() == null)
                        .filter(one -> sameness.isSame(sameness(one), Double.NaN, 1))
                        .findFirst())
                .chain(same -> same.isPresent()
                        ? merge(tx, same.get(), kept, version)
                        : insert(tx, avatar, kept, Optional.empty(), version));
    }

    static Sameness sameness(KeptMemory kept) {
        return new Sameness(
                kept.memory().kind(),
                kept.memory().with(),
                kept.speaker(),
                kept.memory().content());
    }

    private Uni<Formed> ofSlot(SqlClient tx, AvatarId avatar, KeptMemory kept, List<KeptMemory> facts, long version) {
        Optional<KeptMemory> same = facts.stream()
                .filter(fact -> Supersession.isSameFact(
                        fact.memory().slot(), kept.memory().slot()))
                .findFirst();
        if (same.isPresent()) {
            return merge(tx, same.get(), kept, version);
        }
        Instant at = kept.memory().origin().realAt();
        Optional<KeptMemory> newer = facts.stream()
                .filter(fact -> !Supersession.holds(at, occurred(fact)))
                .findFirst();
        List<UUID> older = facts.stream()
                .filter(fact -> Supersession.holds(at, occurred(fact)))
                .map(KeptMemory::id)
                .toList();
        return PgMemories.supersede(tx, older, kept.id(), at, version)
                .chain(() -> insert(tx, avatar, kept, newer, version));
    }

    private static Instant occurred(KeptMemory fact) {
        return fact.memory().origin().realAt();
    }

    private static Uni<Formed> merge(SqlClient tx, KeptMemory holder, KeptMemory kept, long version) {
        return PgMemories.merge(tx, holder, kept.id(), kept.memory(), version)
                .replaceWith(new Formed(holder.id(), false, holder.memory()));
    }

    private static Uni<Formed> insert(
            SqlClient tx, AvatarId avatar, KeptMemory kept, Optional<KeptMemory> newer, long version) {
        UUID by = newer.map(KeptMemory::id).orElse(null);
        Instant at = newer.map(Formation::occurred).orElse(null);
        return PgMemories.insert(tx, avatar, kept, by, at, version)
                .replaceWith(new Formed(kept.id(), true, kept.memory()));
    }
}
