package viva.life.shard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a shard works. */
@ConfigMapping(prefix = "viva.shard")
public interface ShardConfig {
    /** Messages that a shard holds without having settled them; at most 200, or a broker restart may end the consumer. */
    @WithDefault("200")
    int prefetch();

    /** How often ticks that nobody noticed are written. After a crash that much is lived again. */
    @WithDefault("2s")
    Duration checkpointEvery();

    /** Minds that one checkpoint writes. */
    @WithDefault("1000")
    int checkpointSize();

    /** Shards of a replica that write checkpoints at the same time, at least 1; the other connections are for what happens in the world. */
    @WithDefault("4")
    int checkpointsAtOnce();

    /** Minds that are read at once when a shard is taken over. */
    @WithDefault("1000")
    int pageSize();

    /** Shards of a replica that are read at the same time; at least 1. */
    @WithDefault("4")
    int readAtOnce();

    /** How long one read may take when a shard is taken over; then it is read again from the beginning. */
    @WithDefault("30s")
    Duration readLimit();

    /** Residents whose ticks are lived between two looks at the mailbox. */
    @WithDefault("500")
    int ticksAtOnce();

    /** How long a transaction may take before its fate counts as unknown. */
    @WithDefault("5s")
    Duration transactionLimit();

    /** The pause after a first failure of the database; it doubles up to {@code longestPause}. */
    @WithDefault("100ms")
    Duration firstPause();

    /** The longest pause between two attempts while the database is away. */
    @WithDefault("2s")
    Duration longestPause();

    /** How often it is tried again to read a mind that could not be read. */
    @WithDefault("30s")
    Duration rereadEvery();

    /** How often a watched avatar is shown when nothing else made it show. */
    @WithDefault("3s")
    Duration showEvery();
}
