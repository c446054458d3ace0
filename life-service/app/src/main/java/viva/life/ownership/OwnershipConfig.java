package viva.life.ownership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How replicas share the shards. A crashed replica's shards are taken over after at most {@code ttl} + {@code pulse}. */
@ConfigMapping(prefix = "viva.ownership")
public interface OwnershipConfig {
    /** How long a replica is believed to be alive after its last pulse. */
    @WithDefault("6s")
    Duration ttl();

    /** How often a replica says that it is alive and looks at the shards. */
    @WithDefault("1500ms")
    Duration pulse();

    /** How soon it looks again while a shard is not where it should be. */
    @WithDefault("200ms")
    Duration unsettledPulse();

    /** How long a transaction of a shard may stand still before PostgreSQL ends it; shorter than {@code ttl}. */
    @WithDefault("3s")
    Duration idleLimit();

    /** How long a shard may take to finish what is under way before it is given away all the same. */
    @WithDefault("4s")
    Duration drainLimit();
}
