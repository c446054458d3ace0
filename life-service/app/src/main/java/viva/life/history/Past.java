package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.life.clock.ClockLines;
import viva.life.clock.World;
import viva.life.folding.Folding;
import viva.life.folding.JournalEntry;
import viva.life.mind.Mind;
import viva.life.mind.Snapshot;
import viva.life.resident.Resident;
import viva.life.world.WorldLines;
import viva.platform.service.problem.Rejected;

/**
 * How an avatar was at any past instant within retention: the latest sample before it, or the birth, with everything that the journal
 * tells from there on. Folding takes milliseconds at most and happens on a worker.
 */
@Singleton
public class Past {
    private final Pool pool;
    private final World world;

    Past(Pool pool, World world) {
        this.pool = pool;
        this.world = world;
    }

    /**
     * Where folding begins.
     *
     * @param mind null when the birth is the first entry
     */
    record Beginning(Mind mind, List<JournalEntry> entries) {}

    /** How a resident was at a past instant; fails with a rejection that says from when on its past is kept. */
    public Uni<Snapshot> snapshotAt(Resident resident, Instant at) {
        if (at.isAfter(world.realNow())) {
            throw Rejected.invalid("at", "must not be in the future");
        }
        return requireKept(resident.id(), "at", at)
                .chain(kept -> ClockLines.read(pool))
                .chain(lines -> readAt(resident, at, List.of(worldTime(resident, lines, at))))
                .map(List::getFirst);
    }

    /** How a resident was at some rising world times; {@code from} is the real instant of the first of them. */
    Uni<List<Snapshot>> readAt(Resident resident, Instant from, List<WorldTime> instants) {
        return beginning(resident.id(), from, instants.getLast())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(past -> new Folding(world.lives()).readAt(past.mind(), past.entries(), instants));
    }

    private Uni<Beginning> beginning(AvatarId avatar, Instant from, WorldTime until) {
        return PastTable.baseAt(pool, avatar, from)
                .chain(base -> PastTable.entries(pool, avatar, tick(base), until)
                        .map(entries -> new Beginning(base.orElse(null), entries)));
    }

    static long tick(Optional<Mind> base) {
        return base.map(Mind::tick).orElse(0L);
    }

    /** Time stands still for a resident that rests. */
    static WorldTime worldTime(Resident resident, WorldLines lines, Instant at) {
        WorldTime then = lines.worldTimeAt(at).orElseThrow(noWorld(lines));
        WorldTime last = resident.mind().asOf();
        return resident.isLiving() || then.compareTo(last) < 0 ? then : last;
    }

    private static Supplier<Rejected> noWorld(WorldLines lines) {
        return () -> Rejected.invalid("at", "must not be before " + lines.beginning() + ", when the world began");
    }

    private Uni<PastTable.Kept> requireKept(AvatarId avatar, String field, Instant at) {
        return PastTable.kept(pool, avatar).invoke(kept -> {
            if (kept.from() == null || at.isBefore(kept.from())) {
                throw tooEarly(field, kept);
            }
        });
    }

    /** The rejection of an instant before everything that is kept. */
    static Rejected tooEarly(String field, PastTable.Kept kept) {
        if (kept.from() == null) {
            return Rejected.invalid(field, "cannot be told: nothing of this avatar's past is kept yet");
        }
        return Rejected.invalid(
                field,
                "must not be before " + kept.from()
                        + (kept.born() == null ? ", from when on its past is kept" : ", when it was born"));
    }
}
