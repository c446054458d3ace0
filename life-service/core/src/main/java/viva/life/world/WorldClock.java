package viva.life.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import viva.contracts.WorldTime;

/**
 * The world's time as a function of real time: a straight line through an anchor, or a constant while the world is paused. Pausing
 * and resuming make a new line that begins where the old one ended, so world time never jumps.
 *
 * @param anchorReal the real instant at which this line begins, in whole microseconds
 * @param anchorWorld the world's time at and before {@code anchorReal}
 * @param scale world time per real time while running, in (0, {@value #MAX_SCALE}]; 10 means a world day in 2.4 hours
 * @param running false while the world is paused
 * @param version grows by one with every pause and resume
 */
public record WorldClock(Instant anchorReal, WorldTime anchorWorld, double scale, boolean running, long version) {
    /** A world day in less than a second: enough for any test, and products stay exact in a double. */
    public static final double MAX_SCALE = 100_000;

    /** The scale of a world that is not configured otherwise. */
    public static final double DEFAULT_SCALE = 10;

    private static final double MICROS_PER_MILLI = 1_000;

    public WorldClock {
        Objects.requireNonNull(anchorReal, "anchor_real");
        Objects.requireNonNull(anchorWorld, "anchor_world");
        if (!(scale > 0 && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException("must be in (0," + MAX_SCALE + "]: scale = " + scale);
        }
        anchorReal = anchorReal.truncatedTo(ChronoUnit.MICROS);
    }

    /** A running clock that shows {@code world} at {@code real}. */
    public static WorldClock started(Instant real, WorldTime world, double scale) {
        return new WorldClock(real, world, scale, true, 0);
    }

    /** The world's time at a real instant; never before the anchor, however far back the real clock was set. */
    public WorldTime worldTimeAt(Instant real) {
        long micros = ChronoUnit.MICROS.between(anchorReal, real);
        if (!running || micros <= 0) {
            return anchorWorld;
        }
        return after(micros);
    }

    /** The world's time for a reader that has already seen {@code seen}: never earlier than that, even if the real clock stepped back. */
    public WorldTime worldTimeAt(Instant real, WorldTime seen) {
        WorldTime now = worldTimeAt(real);
        return now.compareTo(seen) < 0 ? seen : now;
    }

    /**
     * The first real instant at which {@link #worldTimeAt} has reached {@code world}: the anchor when that is in the past of this
     * line, and empty when the world is paused before it.
     */
    public Optional<Instant> realTimeAt(WorldTime world) {
        long ahead = Math.subtractExact(world.millis(), anchorWorld.millis());
        if (ahead <= 0) {
            return Optional.of(anchorReal);
        }
        if (!running) {
            return Optional.empty();
        }
        long micros = (long) Math.ceil(ahead * MICROS_PER_MILLI / scale);
        while (after(micros).compareTo(world) < 0) {
            micros++;
        }
        while (after(micros - 1).compareTo(world) >= 0) {
            micros--;
        }
        return Optional.of(anchorReal.plus(micros, ChronoUnit.MICROS));
    }

    /** The clock from {@code real} on, standing still; this one when it already stands. */
    public WorldClock pause(Instant real) {
        return running ? new WorldClock(real, worldTimeAt(real), scale, false, version + 1) : this;
    }

    /** The clock from {@code real} on, running; this one when it already runs. */
    public WorldClock resume(Instant real) {
        return running ? this : new WorldClock(real, anchorWorld, scale, true, version + 1);
    }

    private WorldTime after(long micros) {
        return new WorldTime(Math.addExact(anchorWorld.millis(), (long) Math.floor(micros * scale / MICROS_PER_MILLI)));
    }
}
