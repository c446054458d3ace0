package viva.society.diary;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import viva.life.mind.Desire;
import viva.life.mind.Mind;

/** How long a life was in each state and had each desire, to the millisecond. */
public final class Timesheet {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    private final Book<State> states;
    private final Book<Desire> desires;

    Timesheet(Mind newborn) {
        states = new Book<>(State.class, mind -> State.of(mind.activity()), newborn);
        desires = new Book<>(Desire.class, Mind::desire, newborn);
    }

    void lived(Mind before, Mind after) {
        states.lived(before, after);
        desires.lived(before, after);
    }

    /** World hours spent in a state. */
    public double hours(State state) {
        return states.of(state).total / MILLIS_PER_HOUR;
    }

    /** World hours of the longest stay in a state. */
    public double longestHours(State state) {
        return states.of(state).longest / MILLIS_PER_HOUR;
    }

    /** World hours with a desire. */
    public double hours(Desire desire) {
        return desires.of(desire).total / MILLIS_PER_HOUR;
    }

    /** World hours in all. */
    public double hours() {
        return states.total / MILLIS_PER_HOUR;
    }

    /** World hours awake so far. */
    double awakeHours() {
        return hours() - hours(State.SLEEPING);
    }

    private static final class Stays {
        private long total;
        private long longest;
    }

    private static final class Book<K extends Enum<K>> {
        private final Map<K, Stays> stays;
        private final Function<Mind, K> read;
        private K now;
        private Stays stay;
        private long since;
        private long total;

        private Book(Class<K> kinds, Function<Mind, K> read, Mind newborn) {
            this.stays = new EnumMap<>(kinds);
            this.read = read;
            this.now = read.apply(newborn);
            this.stay = of(now);
            this.since = newborn.asOfMillis();
        }

        private void lived(Mind before, Mind after) {
            long length = after.asOfMillis() - before.asOfMillis();
            total += length;
            stay.total += length;
            stay.longest = Math.max(stay.longest, after.asOfMillis() - since);
            K next = read.apply(after);
            if (next != now) {
                now = next;
                stay = of(next);
                since = after.asOfMillis();
            }
        }

        private Stays of(K kind) {
            return stays.computeIfAbsent(kind, ignored -> new Stays());
        }
    }
}
