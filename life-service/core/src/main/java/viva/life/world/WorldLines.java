package viva.life.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import viva.contracts.WorldTime;

/**
 * Every line that the world's clock has followed since its creation, so that any past real instant has a world time.
 *
 * @param lines not empty; kept in the order of their versions
 */
public record WorldLines(List<WorldClock> lines) {
    public WorldLines {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a world has one line at least");
        }
        lines = lines.stream()
                .sorted(Comparator.comparingLong(WorldClock::version))
                .toList();
    }

    /** When the world began; before that there is no world time. */
    public Instant beginning() {
        return lines.getFirst().anchorReal();
    }

    /** The world's time at a real instant, by the line that held then; empty before {@link #beginning}. */
    public Optional<WorldTime> worldTimeAt(Instant real) {
        if (real.isBefore(beginning())) {
            return Optional.empty();
        }
        WorldClock held = lines.getFirst();
        for (WorldClock line : lines) {
            if (!line.anchorReal().isAfter(real)) {
                held = line;
            }
        }
        return Optional.of(held.worldTimeAt(real));
    }
}
