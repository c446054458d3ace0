package viva.gateway.phoenix;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of connections on which no socket is open. */
@ConfigMapping(prefix = "viva.gateway.connection")
public interface ConnectionConfig {
    /**
     * How long a connection may stay without an answer: a client that sends its request a byte at a time, head or body, is cut off
     * then, and so is one that sends none. Longer than the gateway needs for its slowest answer.
     */
    @WithDefault("20s")
    Duration unanswered();
}
