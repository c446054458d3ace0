package viva.life.recall;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the avatar service is asked for memories before an answer. */
@ConfigMapping(prefix = "viva.recall")
public interface RecallConfig {
    /** How long an answer waits for memories, in real time. */
    @WithDefault("150ms")
    Duration limit();

    /** Questions that are asked at once; answers to further messages are without memories. */
    @WithDefault("64")
    int atOnce();

    /** Memories that are asked for, at most 12. */
    @WithDefault("8")
    int most();
}
