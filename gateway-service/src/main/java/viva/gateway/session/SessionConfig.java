package viva.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long owners stay signed in. */
@ConfigMapping(prefix = "viva.gateway.session")
public interface SessionConfig {
    /** How long a session lasts whose refresh token is not used. */
    @WithDefault("30D")
    Duration idle();

    /** How long a session lasts at most, however much it is used; then its owner signs in again. */
    @WithDefault("90D")
    Duration longest();

    /** How long a device counts as one that signed in before, after it last did. */
    @WithDefault("365D")
    Duration device();
}
