package viva.life.ownership;

import java.util.Map;
import java.util.Set;
import viva.contracts.ShardId;

/**
 * What the tables said at one instant of the database's clock.
 *
 * @param willing the replicas that are alive and not about to stop: those that shards are assigned to
 * @param holdings every shard
 */
record Roster(Set<ReplicaId> willing, Map<ShardId, Holding> holdings) {
    /**
     * Who holds a shard.
     *
     * @param owner null when nobody does
     * @param live whether the owner's own lease on life has not run out
     */
    record Holding(Epoch epoch, ReplicaId owner, boolean live) {
        boolean isHeldBySomebodyElse(ReplicaId me) {
            return owner != null && live && !owner.equals(me);
        }
    }
}
