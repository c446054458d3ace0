package viva.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many wait for the database; {@code POOL_SIZE} sets how many talk to it at the same time. */
@ConfigMapping(prefix = "viva.database")
public interface DatabaseConfig {
    /** Callers that may wait for a connection of the pool; one more is refused at once, a request with 503. */
    @WithDefault("1000")
    int waiting();
}
