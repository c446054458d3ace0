package viva.life.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is kept of the past of each avatar. All times are real. */
@ConfigMapping(prefix = "viva.history")
public interface HistoryConfig {
    /** How often each living avatar is sampled, a second or more; the samples of a shard are spread evenly over this time. */
    @WithDefault("15m")
    Duration sampleEvery();

    /**
     * How long samples and journalled inputs are kept: within this time any instant can be told exactly. Four days at least where TimescaleDB
     * keeps the averages.
     */
    @WithDefault("30d")
    Duration retention();

    /** How long conversations among avatars are kept after they ended. */
    @WithDefault("365d")
    Duration encounterRetention();

    /** How long hourly and daily averages are kept. */
    @WithDefault("730d")
    Duration rollupRetention();

    /** How often what is older than any of these is looked for and forgotten, a second or more. */
    @WithDefault("10m")
    Duration forgetEvery();
}
