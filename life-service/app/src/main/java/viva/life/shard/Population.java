package viva.life.shard;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.life.mind.Intent;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.mind.Outcome;
import viva.life.resident.Resident;

/**
 * The residents of a shard in memory, and when each of them next changes by itself. What a tick changes is in memory at once and
 * in the database with the next checkpoint: whoever takes over from an older checkpoint lives the same ticks again. Belongs to the
 * shard's loop.
 */
final class Population {
    private static final Logger LOG = Logger.getLogger(Population.class);

    /** Ticks that are due are lived in windows of this length, so that nobody is far ahead of the others (life-model section 6). */
    private static final long WINDOW_MILLIS = Duration.ofMinutes(5).toMillis();

    private static final int STALE_ALLOWANCE = 1_024;

    private final Map<AvatarId, Resident> residents = new HashMap<>();
    private final PriorityQueue<Due> agenda = new PriorityQueue<>();
    private final Set<AvatarId> dirty = new LinkedHashSet<>();

    private record Due(long worldMillis, AvatarId avatar) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(worldMillis, other.worldMillis);
        }
    }

    /** Null when there never was one. */
    Resident get(AvatarId id) {
        return residents.get(id);
    }

    boolean isKnown(AvatarId id) {
        return residents.containsKey(id);
    }

    int size() {
        return residents.size();
    }

    /** This is how the resident is in the database. */
    void stored(Resident resident) {
        keep(resident);
        dirty.remove(resident.id());
    }

    /** These ids are not in the database. */
    void remove(Collection<AvatarId> ids) {
        ids.forEach(id -> {
            residents.remove(id);
            dirty.remove(id);
        });
    }

    void clear() {
        residents.clear();
        agenda.clear();
        dirty.clear();
    }

    private void keep(Resident resident) {
        Resident before = residents.put(resident.id(), resident);
        if (resident.isLiving() && !isScheduled(before, resident)) {
            agenda.add(new Due(resident.mind().nextTickMillis(), resident.id()));
            if (agenda.size() > 2 * residents.size() + STALE_ALLOWANCE) {
                agenda.removeIf(due -> !isCurrent(due));
            }
        }
    }

    private static boolean isScheduled(Resident before, Resident after) {
        return before != null
                && before.isLiving()
                && before.mind().nextTickMillis() == after.mind().nextTickMillis();
    }

    private boolean isCurrent(Due due) {
        Resident resident = residents.get(due.avatar);
        return resident != null && resident.isLiving() && resident.mind().nextTickMillis() == due.worldMillis;
    }

    /** World time of the next tick of anybody. */
    Optional<WorldTime> nextTick() {
        while (!agenda.isEmpty() && !isCurrent(agenda.peek())) {
            agenda.poll();
        }
        return Optional.ofNullable(agenda.peek()).map(due -> new WorldTime(due.worldMillis));
    }

    /**
     * Lives what is due, for at most {@code limit} residents and within one window.
     *
     * @param until where the window ends
     * @param follower told of each resident that changed, and of each whose next tick does something in the world: that one stands
     *     still until it is stored
     */
    void live(Lives lives, WorldTime now, WorldTime until, int limit, Follower follower) {
        for (int n = 0; n < limit && isDue(until); n++) {
            Resident resident = residents.get(agenda.poll().avatar);
            if (lives.isAway(resident.mind(), now)) {
                follower.acts(resident, now, List.of());
            } else {
                live(lives, resident, until, follower);
            }
        }
    }

    /** What the shard does with the lives of its residents. */
    interface Follower {
        /** Whether a tick with these intents does nothing outside the mind. */
        boolean isQuiet(Resident resident, List<Intent> intents);

        /** A tick was lived that was due at {@code due}. */
        void ticked(WorldTime due);

        void moved(Resident resident);

        /** The next tick of {@code resident}, at {@code due}, does something in the world. */
        void acts(Resident resident, WorldTime due, List<Intent> intents);
    }

    /** The last instant of the window in which the next tick of anybody lies; empty when nobody lives. */
    Optional<WorldTime> window() {
        return nextTick()
                .map(first -> new WorldTime(
                        Math.floorDiv(first.millis(), WINDOW_MILLIS) * WINDOW_MILLIS + WINDOW_MILLIS - 1));
    }

    /** A mind that cannot be ticked stands still, until something reaches it from outside; the others live on. */
    private void live(Lives lives, Resident resident, WorldTime until, Follower follower) {
        Mind mind = resident.mind();
        try {
            while (mind.nextTickMillis() <= until.millis()) {
                WorldTime due = mind.nextTick();
                Outcome outcome = lives.tick(mind);
                if (!outcome.intents().isEmpty() && !follower.isQuiet(resident, outcome.intents())) {
                    moved(resident, mind, follower);
                    follower.acts(resident, due, outcome.intents());
                    return;
                }
                mind = outcome.mind();
                follower.ticked(due);
            }
            moved(resident, mind, follower);
        } catch (RuntimeException e) {
            LOG.errorf(e, "the mind of %s stands still at %s", resident.id(), mind.asOf());
        }
    }

    private void moved(Resident resident, Mind mind, Follower follower) {
        if (mind.tick() != resident.mind().tick()) {
            Resident next = resident.with(mind);
            keep(next);
            dirty.add(next.id());
            follower.moved(next);
        }
    }

    private boolean isDue(WorldTime until) {
        return nextTick().filter(next -> next.compareTo(until) <= 0).isPresent();
    }

    /** Those who live, of the wanted ids. */
    List<Resident> living(Predicate<AvatarId> wanted) {
        return residents.values().stream()
                .filter(resident -> resident.isLiving() && wanted.test(resident.id()))
                .toList();
    }

    boolean isDirty() {
        return !dirty.isEmpty();
    }

    /** Up to {@code limit} residents that are ahead of the database. */
    List<Resident> ahead(int limit) {
        return dirty.stream().limit(limit).map(residents::get).toList();
    }

    /** These are in the database now; those that have moved on meanwhile are ahead again. */
    void checkpointed(List<Resident> written) {
        for (Resident resident : written) {
            if (residents.get(resident.id()).mind().tick() == resident.mind().tick()) {
                dirty.remove(resident.id());
            }
        }
    }
}
