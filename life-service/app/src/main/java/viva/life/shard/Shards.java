package viva.life.shard;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import viva.contracts.ShardId;
import viva.life.ownership.Lease;
import viva.life.ownership.ShardHost;

/** The shards that this replica owns right now. */
final class Shards implements ShardHost {
    private final Map<ShardId, Shard> living = new ConcurrentHashMap<>();
    private final ShardContext context;

    Shards(ShardContext context) {
        this.context = context;
    }

    @Override
    public void begin(Lease lease) {
        Shard shard = new Shard(lease, context);
        Shard before = living.put(lease.shard(), shard);
        if (before != null) {
            before.drop();
        }
        shard.begin();
    }

    @Override
    public Uni<Void> drain(Lease lease) {
        Shard shard = living.get(lease.shard());
        return shard == null || !shard.lease().equals(lease) ? Uni.createFrom().voidItem() : shard.drain();
    }

    @Override
    public void drop(Lease lease) {
        Shard shard = living.get(lease.shard());
        if (shard != null && shard.lease().equals(lease)) {
            living.remove(lease.shard(), shard);
            shard.drop();
        }
    }

    /** The world was paused or resumed: what was scheduled comes at another real time now. */
    void rescheduleAll() {
        living.values().forEach(Shard::wake);
    }
}
