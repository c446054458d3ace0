package viva.life.shard;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;

/**
 * Keeps the shards of a replica together while they make up for lost time: none begins a window before all have finished the one before
 * (life-model section 6), so that avatars of different shards still meet at the same hour. Safe for any thread.
 */
final class Pace {
    private final ConcurrentMap<ShardId, Long> behind = new ConcurrentHashMap<>();

    /** Whether a shard may live the window that ends at {@code window}; it is to ask again soon when it may not. */
    boolean mayLive(ShardId shard, WorldTime window, WorldTime now) {
        if (window.compareTo(now) >= 0) {
            caughtUp(shard);
            return true;
        }
        behind.put(shard, window.millis());
        return behind.values().stream().allMatch(other -> other >= window.millis());
    }

    /** A shard has nothing to make up for any more, or is somebody else's. */
    void caughtUp(ShardId shard) {
        behind.remove(shard);
    }
}
