package viva.life.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.life.mind.Intent;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.mind.Outcome;
import viva.life.resident.Minds;
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

    private final Map<AvatarId, Place> places = new HashMap<>();
    private final PriorityQueue<Due> agenda = new PriorityQueue<>();

    /** Those whose minds cannot be read: they are there, and nothing is known of them. */
    private final Map<AvatarId, Minds.Unreadable> unreadable = new HashMap<>();

    /** Those that are ahead of the database, the longest first; and some that are not any more. */
    private final Queue<Place> ahead = new ArrayDeque<>();

    private int dirty;

    /** Where a resident is kept, so that the agenda finds it without a search: in a large world each search waits for the memory. */
    private static final class Place {
        /** Null when it is not kept any more. */
        Resident resident;

        /** Whether it is ahead of the database. */
        boolean dirty;
    }

    private record Due(long worldMillis, Place place) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(worldMillis, other.worldMillis);
        }

        /** Whether it is still up to date. */
        boolean isCurrent() {
            Resident resident = place.resident;
            return resident != null && resident.isLiving() && resident.mind().nextTickMillis() == worldMillis;
        }
    }

    /** Null when there never was one. One that was erased may be known by its pseudonym alone. */
    Resident get(AvatarId id) {
        Place place = places.get(id);
        Place known = place == null ? places.get(id.pseudonym()) : place;
        return known == null ? null : known.resident;
    }

    /** The language that an avatar thinks in; English for one that is not there. */
    Locale language(AvatarId id) {
        Resident resident = get(id);
        return resident == null || resident.isErased() ? Locale.ENGLISH : Locale.forLanguageTag(resident.locale());
    }

    boolean isKnown(AvatarId id) {
        return places.containsKey(id) || places.containsKey(id.pseudonym());
    }

    int size() {
        return places.size();
    }

    /** Whether an avatar is in the database and its mind cannot be read. */
    boolean isUnreadable(AvatarId id) {
        return unreadable.containsKey(id);
    }

    /** Those whose minds cannot be read. */
    Collection<Minds.Unreadable> unreadable() {
        return unreadable.values();
    }

    /** This is what the database has of some avatars. */
    void stored(Minds minds) {
        minds.residents().forEach(this::stored);
        for (Minds.Unreadable mind : minds.unreadable()) {
            remove(List.of(mind.id()));
            unreadable.put(mind.id(), mind);
        }
    }

    /** This is how the resident is in the database. */
    void stored(Resident resident) {
        unreadable.remove(resident.id());
        Place place = places.computeIfAbsent(resident.id(), unknown -> new Place());
        keep(place, resident);
        clean(place);
    }

    /** These ids are not in the database. */
    void remove(Collection<AvatarId> ids) {
        for (AvatarId id : ids) {
            unreadable.remove(id);
            Place place = places.remove(id);
            if (place != null) {
                place.resident = null;
                clean(place);
            }
        }
    }

    void clear() {
        places.clear();
        unreadable.clear();
        agenda.clear();
        ahead.clear();
        dirty = 0;
    }

    private boolean clean(Place place) {
        boolean was = place.dirty;
        place.dirty = false;
        dirty -= was ? 1 : 0;
        if (dirty == 0) {
            ahead.clear();
        }
        return was;
    }

    private void keep(Place place, Resident resident) {
        Resident before = place.resident;
        place.resident = resident;
        if (resident.isLiving() && !isScheduled(before, resident)) {
            agenda.add(new Due(resident.mind().nextTickMillis(), place));
            if (agenda.size() > 2 * places.size() + STALE_ALLOWANCE) {
                agenda.removeIf(due -> !due.isCurrent());
            }
        }
    }

    private static boolean isScheduled(Resident before, Resident after) {
        return before != null
                && before.isLiving()
                && before.mind().nextTickMillis() == after.mind().nextTickMillis();
    }

    /** World time of the next tick of anybody. */
    Optional<WorldTime> nextTick() {
        Due next = next();
        return next == null ? Optional.empty() : Optional.of(new WorldTime(next.worldMillis));
    }

    /** Null when nobody lives. */
    private Due next() {
        Due next = agenda.peek();
        while (next != null && !next.isCurrent()) {
            agenda.poll();
            next = agenda.peek();
        }
        return next;
    }

    /**
     * Lives what is due, for at most {@code limit} residents and within one window. A resident whose next tick does something in the world stands
     * still before it: that tick belongs to a transaction.
     *
     * @param until where the window ends
     * @param quiet whether a tick of a resident with these intents does nothing outside the mind
     */
    Stretch live(Lives lives, WorldTime now, WorldTime until, int limit, BiPredicate<Resident, List<Intent>> quiet) {
        Stretch stretch = new Stretch(now);
        Due due = next();
        for (int n = 0; n < limit && due != null && due.worldMillis <= until.millis(); n++) {
            agenda.poll();
            Resident resident = due.place.resident;
            if (lives.isAway(resident.mind(), now)) {
                stretch.acts(resident, now, List.of());
            } else {
                live(lives, due.place, until, quiet, stretch);
            }
            due = next();
        }
        return stretch;
    }

    /** The last instant of the window in which the next tick of anybody lies; empty when nobody lives. */
    Optional<WorldTime> window() {
        return nextTick()
                .map(first -> new WorldTime(
                        Math.floorDiv(first.millis(), WINDOW_MILLIS) * WINDOW_MILLIS + WINDOW_MILLIS - 1));
    }

    /** A mind that cannot be ticked stands still, until something reaches it from outside; the others live on. */
    private void live(
            Lives lives, Place place, WorldTime until, BiPredicate<Resident, List<Intent>> quiet, Stretch stretch) {
        Resident resident = place.resident;
        Mind mind = resident.mind();
        try {
            while (mind.nextTickMillis() <= until.millis()) {
                WorldTime due = mind.nextTick();
                Outcome outcome = lives.tick(mind);
                List<Intent> intents = outcome.intentsSince(mind);
                if (!intents.isEmpty() && !quiet.test(resident, intents)) {
                    moved(place, mind, stretch);
                    stretch.acts(resident, due, intents);
                    return;
                }
                mind = outcome.mind();
                stretch.ticked(due);
            }
            moved(place, mind, stretch);
        } catch (RuntimeException e) {
            LOG.errorf(e, "the mind of %s stands still at %s", resident.id(), mind.asOf());
        }
    }

    private void moved(Place place, Mind mind, Stretch stretch) {
        if (mind.tick() != place.resident.mind().tick()) {
            Resident next = place.resident.with(mind);
            keep(place, next);
            if (!place.dirty) {
                place.dirty = true;
                dirty++;
                ahead.add(place);
            }
            stretch.moved(next);
        }
    }

    /** Those who live, of the wanted ids. */
    List<Resident> living(Predicate<AvatarId> wanted) {
        return places.values().stream()
                .map(place -> place.resident)
                .filter(resident -> resident.isLiving() && wanted.test(resident.id()))
                .toList();
    }

    /** Those who live or rest. */
    List<Resident> minded() {
        return places.values().stream()
                .map(place -> place.resident)
                .filter(resident -> !resident.isErased())
                .toList();
    }

    boolean isDirty() {
        return dirty > 0;
    }

    /** Up to {@code limit} residents that are ahead of the database, for a checkpoint: whoever moves on meanwhile is ahead again. */
    List<Resident> takeAhead(int limit) {
        List<Resident> taken = new ArrayList<>(Math.min(limit, dirty));
        while (taken.size() < limit && dirty > 0) {
            Place place = ahead.remove();
            if (clean(place)) {
                taken.add(place.resident);
            }
        }
        return taken;
    }
}
