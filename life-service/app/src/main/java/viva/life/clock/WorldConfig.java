package viva.life.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** The world as it is created at its first start; an existing world keeps its own clock and seed. */
@ConfigMapping(prefix = "viva.world")
public interface WorldConfig {
    /** World time at the first start: late afternoon by default, when people are awake and out. */
    @WithDefault("2030-01-01T17:00:00Z")
    Instant start();

    /** World time per real time, in (0, 100000]; 10 means a world day in 2.4 hours. */
    @WithDefault("10")
    double scale();

    /** The seed of all chance in this world; random when absent. */
    OptionalLong seed();

    /** How often each replica looks at the clock's row: within this time it follows a pause. */
    @WithDefault("500ms")
    Duration poll();
}
