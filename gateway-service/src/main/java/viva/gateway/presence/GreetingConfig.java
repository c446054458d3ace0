package viva.gateway.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When avatars greet. */
@ConfigMapping(prefix = "viva.greeting")
public interface GreetingConfig {
    /** How long an owner must have been away for the avatar to greet, in real time. */
    @WithDefault("5M")
    Duration away();
}
