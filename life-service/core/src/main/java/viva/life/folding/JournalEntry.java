package viva.life.folding;

import java.util.Objects;
import viva.contracts.WorldTime;
import viva.life.mind.Input;

/**
 * An input that was applied to a mind.
 *
 * @param tick the tick number of the mind right after it
 * @param at the world time at which it took effect: that of the mind right after it
 */
public record JournalEntry(Input input, long tick, WorldTime at) {
    public JournalEntry {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(at, "at");
        if (tick < 0) {
            throw new IllegalArgumentException("must be >= 0: tick = " + tick);
        }
    }
}
