package viva.life.ownership;

import io.smallrye.mutiny.Uni;

/** What lives the shards that a replica owns. Called on one thread only; must not block. */
public interface ShardHost {
    /** The shard is this replica's from now on. */
    void begin(Lease lease);

    /** Finish what is under way and take up nothing new; completes when the shard can be given away. */
    Uni<Void> drain(Lease lease);

    /** The shard is this replica's no more: stop at once, acknowledge nothing. */
    void drop(Lease lease);
}
