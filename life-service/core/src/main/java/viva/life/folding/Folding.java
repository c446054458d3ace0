package viva.life.folding;

import java.util.List;
import viva.contracts.WorldTime;
import viva.life.mind.Input;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.mind.Snapshot;

/**
 * Lives a life again from its journalled inputs. What happened between two inputs follows from the mind; how much of it happened is
 * told by the tick numbers, so that an input which came late is folded in where it was applied, byte for byte.
 */
public final class Folding {
    /** More ticks than any life has between two entries: several world years. */
    private static final long MOST_TICKS = 1_000_000;

    private final Lives lives;

    /** {@code lives} of the world in which the life was lived. */
    public Folding(Lives lives) {
        this.lives = lives;
    }

    /**
     * The mind after an input.
     *
     * @param mind null before a birth
     * @throws BrokenHistoryException when the input does not lead where its entry says
     */
    public Mind after(Mind mind, JournalEntry entry) {
        Mind after = mind == null
                ? born(entry)
                : lives.apply(before(mind, entry), entry.input()).mind();
        if (after.tick() != entry.tick() || after.asOfMillis() != entry.at().millis()) {
            throw new BrokenHistoryException("the journal says tick " + entry.tick() + " at " + entry.at()
                    + ": folding gives tick " + after.tick() + " at " + after.asOf());
        }
        return after;
    }

    private Mind born(JournalEntry entry) {
        if (entry.input() instanceof Input.Born birth) {
            return lives.born(birth);
        }
        throw new BrokenHistoryException("a life begins with a birth: got tick " + entry.tick());
    }

    /** The mind to which an input was applied: everything that was lived before it, and nothing more. */
    public Mind before(Mind mind, JournalEntry entry) {
        if (entry.tick() - mind.tick() > MOST_TICKS) {
            throw new BrokenHistoryException(
                    "too much is missing between tick " + mind.tick() + " and " + entry.tick());
        }
        Mind lived = mind;
        while (lived.tick() < entry.tick() - 1 && !lived.resting() && !leapsInto(lived, entry.tick(), entry.input())) {
            lived = lives.tick(lived).mind();
        }
        return lived;
    }

    /** An input that reached somebody away made them leap first: two steps in one. An absence is that leap and nothing more. */
    private boolean leapsInto(Mind mind, long tick, Input input) {
        boolean leaps = !(input instanceof Input.Absent || input instanceof Input.Resumed);
        return leaps && mind.tick() == tick - 2 && lives.isAway(mind, input.at());
    }

    /** The mind after all of {@code entries}, in their order; {@code mind} is null before a birth. */
    public Mind afterAll(Mind mind, List<JournalEntry> entries) {
        Mind folded = mind;
        for (JournalEntry entry : entries) {
            folded = after(folded, entry);
        }
        return folded;
    }

    /** The mind with all the ticks up to tick number {@code tick}. */
    public Mind ticked(Mind mind, long tick) {
        if (tick - mind.tick() > MOST_TICKS) {
            throw new BrokenHistoryException("too much is missing between tick " + mind.tick() + " and " + tick);
        }
        Mind lived = mind;
        while (lived.tick() < tick && !lived.resting()) {
            lived = lives.tick(lived).mind();
        }
        return lived;
    }

    /**
     * How the mind was at each of some instants, folding once along the way.
     *
     * @param mind from before the first of them; null when a birth is the first entry
     * @param entries that came after it, up to the first one after the last instant when there is such a one
     * @param instants rising, none before the birth
     */
    public List<Snapshot> readAt(Mind mind, List<JournalEntry> entries, List<WorldTime> instants) {
        Along along = new Along(this, mind, instants);
        along.goOn(entries, true);
        return along.snapshots();
    }

    /** @param ahead the next entry, null when there is none */
    Snapshot readAt(Mind mind, WorldTime instant, JournalEntry ahead) {
        return lives.readAt(mind, rested(mind, ahead) ? mind.asOf() : instant);
    }

    /** Whether nothing more was lived before the end of a rest that began when rests were not noted yet. */
    private static boolean rested(Mind mind, JournalEntry ahead) {
        return ahead != null && ahead.input() instanceof Input.Resumed && mind.tick() == ahead.tick() - 1;
    }

    /** Tick by tick, because an engine that was there did not leap; but not into a time that the next entry leapt over. */
    Mind lived(Mind mind, WorldTime instant, JournalEntry next) {
        long last = next == null ? mind.tick() + MOST_TICKS : next.tick() - 1;
        Mind lived = mind;
        while (lived.nextTickMillis() <= instant.millis()
                && lived.tick() < last
                && (next == null || !leapsInto(lived, next.tick(), next.input()))) {
            lived = lives.tick(lived).mind();
        }
        return lived;
    }
}
