package viva.platform.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** What the probes of a process look at. */
@ConfigMapping(prefix = "viva.health")
public interface HealthConfig {
    /** Servers without which nothing can be answered: while one is away the process is not ready. All others are reported only. */
    @WithDefault("database")
    Optional<Set<String>> needed();

    /** Other services that it asks, by the names of their addresses in {@code viva.url}. They are reported only. */
    Optional<Set<String>> peers();
}
