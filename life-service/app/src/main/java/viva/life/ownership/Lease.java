package viva.life.ownership;

import viva.contracts.ShardId;

/** The right to write a shard, good until somebody claims the shard with a higher epoch. */
public record Lease(ShardId shard, Epoch epoch) {
    public static Lease of(int shard, long epoch) {
        return new Lease(new ShardId(shard), new Epoch(epoch));
    }

    @Override
    public String toString() {
        return "shard " + shard + " (epoch " + epoch + ")";
    }
}
