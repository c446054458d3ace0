package viva.gateway.timeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long timelines reach back, and how much of them is told at once. */
@ConfigMapping(prefix = "viva.gateway.timeline")
public interface TimelineConfig {
    /** How long entries are kept, and how long a message that is sent again is recognised. */
    @WithDefault("30D")
    Duration retention();

    /** How often what is older is looked for and forgotten, a second or more. */
    @WithDefault("10m")
    Duration forgetEvery();

    /** Entries that a client gets when it resumes; of more it gets the latest. */
    @WithDefault("500")
    int replay();

    /** Lines that a digest tells of the owner's absence; of more it tells the latest. */
    @WithDefault("50")
    int digest();

    /** Where a client that knows everything up to {@code known} resumes on a timeline that goes to {@code head}. */
    default long resumeAfter(long known, long head) {
        return Math.max(Math.min(known, head), head - replay());
    }
}
