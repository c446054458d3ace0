package viva.life.shard;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import viva.life.history.LivedByTable;
import viva.life.history.Sample;
import viva.life.ownership.Lease;
import viva.life.resident.Resident;

/**
 * Gives everybody in a shard a fresh sample when a version of the model comes to it that has not lived it before: from there on the past can
 * be lived again by this version, and what lies before is told from the samples of the others. Happens before anybody lives on.
 */
final class Upgrade {
    private static final Logger LOG = Logger.getLogger(Upgrade.class);

    private final Lease lease;
    private final ShardContext context;
    private final ShardStore store;

    Upgrade(Lease lease, ShardContext context, ShardStore store) {
        this.lease = lease;
        this.context = context;
        this.store = store;
    }

    /** Completes when the shard may be lived; {@code residents} are all that were read of it. */
    Uni<Void> of(List<Resident> residents) {
        return LivedByTable.isCurrent(context.pool(), lease.shard()).chain(current -> {
            if (current) {
                return Uni.createFrom().voidItem();
            }
            LOG.infof("%s: another version of the model comes, %d avatars are sampled", lease, residents.size());
            return sample(new ArrayList<>(residents))
                    .chain(() -> store.attempt(tx -> LivedByTable.begin(tx, lease.shard())));
        });
    }

    private Uni<Void> sample(List<Resident> rest) {
        if (rest.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Resident> some =
                rest.subList(0, Math.min(rest.size(), context.config().checkpointSize()));
        List<Sample> samples = samples(List.copyOf(some));
        some.clear();
        return store.checkpoint(List.of(), samples).chain(() -> sample(rest));
    }

    private List<Sample> samples(List<Resident> residents) {
        Instant now = context.world().realNow();
        return Sample.of(
                residents, context.world().lives(), now, context.world().at(now));
    }
}
