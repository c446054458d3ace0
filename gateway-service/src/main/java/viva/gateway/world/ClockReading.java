package viva.gateway.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import viva.contracts.WorldTime;

/**
 * What the life service last said of the world's clock; from it every instant follows.
 *
 * @param worldTime the world's time at {@code since}
 * @param scale world seconds for each real second while running, more than 0
 * @param version grows with every change of the clock
 */
record ClockReading(WorldTime worldTime, Instant since, double scale, boolean running, long version) {
    private static final long MINUTE_MILLIS = 60_000;

    ClockReading {
        Objects.requireNonNull(worldTime, "worldTime");
        Objects.requireNonNull(since, "since");
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("must be more than 0: scale = " + scale);
        }
    }

    /** The world's time at a real instant; before {@code since} it is the time at {@code since}. */
    WorldTime at(Instant now) {
        if (!running || now.isBefore(since)) {
            return worldTime;
        }
        double passed = Duration.between(since, now).toMillis() * scale;
        return new WorldTime(worldTime.millis() + (long) passed);
    }

    /** The real time until the next full minute of the world begins, were it running. */
    Duration untilNextMinute(Instant now) {
        long left = MINUTE_MILLIS - Math.floorMod(at(now).millis(), MINUTE_MILLIS);
        return Duration.ofMillis((long) Math.ceil(left / scale));
    }

    /** As clients read it. */
    ObjectNode told(Instant now) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("world_time", at(now).toString())
                .put("scale", scale)
                .put("running", running);
    }
}
