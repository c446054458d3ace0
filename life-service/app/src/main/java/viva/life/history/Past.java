package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.life.clock.ClockLines;
import viva.life.clock.World;
import viva.life.folding.Along;
import viva.life.folding.BrokenHistoryException;
import viva.life.folding.Folding;
import viva.life.mind.Mind;
import viva.life.mind.Snapshot;
import viva.life.resident.Resident;
import viva.life.world.WorldLines;
import viva.platform.service.problem.Rejected;

/**
 * How an avatar was at any past instant within retention: the latest sample before it, or the birth, with everything that the journal
 * tells from there on, a page at a time. Folding happens on a worker.
 */
@Singleton
public class Past {
    /** Inputs that are folded for one answer at most; beyond that it is told from samples. A busy avatar has some hundred a day. */
    static final int MOST_ENTRIES = 50_000;

    private static final Logger LOG = Logger.getLogger(Past.class);

    private final Pool pool;
    private final World world;

    Past(Pool pool, World world) {
        this.pool = pool;
        this.world = world;
    }

    /**
     * How a resident was at a past instant.
     *
     * @param mind null when it is told from a sample
     * @param sampled the nearest sample; null when the instant was lived again
     */
    public record Then(Snapshot mind, StateView sampled) {
        /** Whether it was worked out for this very instant. */
        public boolean exact() {
            return sampled == null;
        }
    }

    /**
     * How a resident was at a past instant: lived again, or as it was sampled where it was lived by another version of the model. Fails with a
     * rejection that says from when on its past is kept.
     */
    public Uni<Then> at(Resident resident, Instant at) {
        if (at.isAfter(world.realNow())) {
            throw Rejected.invalid("at", "must not be in the future");
        }
        return requireKept(resident.id(), "at", at)
                .chain(kept -> exactly(resident, at, kept)
                        .onFailure(Past::cannotBeLivedAgain)
                        .recoverWithUni(why -> sampled(resident, at, kept, why)));
    }

    private Uni<Then> exactly(Resident resident, Instant at, PastTable.Kept kept) {
        if (kept.exactFrom() == null || at.isBefore(kept.exactFrom())) {
            return Uni.createFrom().failure(new InexactPastException("it was lived by another version of the model"));
        }
        return ClockLines.read(pool)
                .chain(lines -> readAt(resident, at, List.of(worldTime(resident, lines, at))))
                .map(read -> new Then(read.getFirst(), null));
    }

    private Uni<Then> sampled(Resident resident, Instant at, PastTable.Kept kept, Throwable why) {
        LOG.debugf("%s at %s is told from a sample: %s", resident.id(), at, why.getMessage());
        return SampledTable.state(pool, resident.id(), at)
                .map(state -> new Then(null, state.orElseThrow(() -> tooEarly("at", kept))));
    }

    /** Whether a past has to be told from samples. */
    static boolean cannotBeLivedAgain(Throwable failure) {
        return failure instanceof InexactPastException || failure instanceof BrokenHistoryException;
    }

    /**
     * How a resident was at some rising world times; {@code from} is the real instant of the first of them. Fails as
     * {@link #cannotBeLivedAgain} says, also when more than {@value #MOST_ENTRIES} inputs came in between.
     */
    Uni<List<Snapshot>> readAt(Resident resident, Instant from, List<WorldTime> instants) {
        Folding folding = new Folding(world.lives());
        return PastTable.baseAt(pool, resident.id(), from).chain(base -> {
            Along along = new Along(folding, base.orElse(null), instants);
            return goOn(resident.id(), along, tick(base), instants.getLast(), MOST_ENTRIES);
        });
    }

    private Uni<List<Snapshot>> goOn(AvatarId avatar, Along along, long after, WorldTime end, int left) {
        if (left <= 0) {
            return Uni.createFrom().failure(new InexactPastException("too much happened"));
        }
        return PastTable.page(pool, avatar, after, Long.MAX_VALUE, end)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(page -> {
                    along.goOn(page.entries(), page.last());
                    return page.last()
                            ? Uni.createFrom().item(along.snapshots())
                            : goOn(
                                    avatar,
                                    along,
                                    page.lastTick(),
                                    end,
                                    left - page.entries().size());
                });
    }

    static long tick(Optional<Mind> base) {
        return base.map(Mind::tick).orElse(Long.MIN_VALUE);
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
