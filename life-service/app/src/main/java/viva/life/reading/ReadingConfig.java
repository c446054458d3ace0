package viva.life.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How owners' messages are understood. */
@ConfigMapping(prefix = "viva.reading")
public interface ReadingConfig {
    /** How long a mind waits for a better reading than that of the process, in real time. */
    @WithDefault("150ms")
    Duration limit();

    /** Messages that the better reader reads at once; further ones are read in the process alone. */
    @WithDefault("32")
    int atOnce();
}
