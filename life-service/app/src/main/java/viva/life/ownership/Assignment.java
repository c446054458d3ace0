package viva.life.ownership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import viva.contracts.ShardId;

/**
 * Who should own which shard: rendezvous hashing (Thaler and Ravishankar 1998) with a bound on the load. Pairs of shard and
 * replica are taken from the highest weight down, and no replica takes more than its fair share, rounded up. Everybody who
 * knows the same replicas computes the same answer, and few shards move when a replica comes or goes.
 */
final class Assignment {
    private Assignment() {}

    private record Pair(ShardId shard, ReplicaId replica, long weight) {}

    /** The owner of every shard; empty when there are no replicas. */
    static Map<ShardId, ReplicaId> of(Collection<ReplicaId> replicas) {
        Map<ShardId, ReplicaId> owners = new TreeMap<>();
        if (replicas.isEmpty()) {
            return owners;
        }
        int fairShare = Math.ceilDiv(ShardId.COUNT, replicas.size());
        Map<ReplicaId, Integer> load = new HashMap<>();
        for (Pair pair : byWeight(replicas)) {
            if (!owners.containsKey(pair.shard) && load.getOrDefault(pair.replica, 0) < fairShare) {
                owners.put(pair.shard, pair.replica);
                load.merge(pair.replica, 1, Integer::sum);
            }
        }
        return owners;
    }

    private static List<Pair> byWeight(Collection<ReplicaId> replicas) {
        List<Pair> pairs = new ArrayList<>(ShardId.COUNT * replicas.size());
        for (int n = 0; n < ShardId.COUNT; n++) {
            ShardId shard = new ShardId(n);
            for (ReplicaId replica : replicas) {
                pairs.add(new Pair(shard, replica, weight(shard, replica)));
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::weight)
                .reversed()
                .thenComparing(Pair::shard)
                .thenComparing(Pair::replica));
        return pairs;
    }

    /** The 64-bit finaliser "Mix13" (Stafford 2011, as in SplitMix64) over the replica's id and the shard's number. */
    static long weight(ShardId shard, ReplicaId replica) {
        long z = mix(replica.value().getMostSignificantBits());
        z = mix(z ^ replica.value().getLeastSignificantBits());
        return mix(z ^ shard.value());
    }

    private static long mix(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
