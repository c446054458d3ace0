package viva.life.ownership;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import viva.contracts.ShardId;

/**
 * Keeps the shards of one replica: says that the replica is alive, claims what is assigned to it and free, gives away what is
 * assigned to another, drops what it lost. All of its state belongs to its {@link Loop}.
 *
 * <p>The replica's row is the lease of all its shards, so that a pulse writes one row and never waits for a transaction that
 * holds a shard's row. Its own monotonic clock runs from before the pulse was sent: it stops before the database thinks so.
 */
public final class Ownership {
    private static final Logger LOG = Logger.getLogger(Ownership.class);
    private static final int WATCHES_PER_TTL = 24;

    private final ReplicaId me;
    private final LeaseTable table;
    private final ShardHost host;
    private final OwnershipConfig config;
    private final LongSupplier nanoClock;
    private final Loop loop;
    private final Map<ShardId, Epoch> held = new HashMap<>();
    private final Set<ShardId> draining = new HashSet<>();
    private long aliveUntilNanos;
    private boolean leaving;
    private boolean stopped;
    private Runnable nextPulse = () -> {};
    private volatile int owned;

    public Ownership(ReplicaId me, Pool pool, ShardHost host, OwnershipConfig config, Vertx vertx) {
        this(me, new LeaseTable(pool), host, config, Loop.of(vertx), System::nanoTime);
    }

    Ownership(
            ReplicaId me, LeaseTable table, ShardHost host, OwnershipConfig config, Loop loop, LongSupplier nanoClock) {
        this.me = me;
        this.table = table;
        this.host = host;
        this.config = config;
        this.loop = loop;
        this.nanoClock = nanoClock;
    }

    /** How many shards this replica holds right now. */
    public int owned() {
        return owned;
    }

    public ReplicaId replica() {
        return me;
    }

    public void start() {
        LOG.infof("replica %s begins", me);
        loop.execute(() -> {
            pulse();
            watch();
        });
    }

    /** Drains every shard, releases it and says goodbye; completes when others may take over. */
    public Uni<Void> stop() {
        return loop.run(Uni.createFrom().deferred(this::leave));
    }

    /** The shard turned out to be somebody else's: a transaction was fenced. */
    public void fenced(Lease lease) {
        loop.execute(() -> lose(lease));
    }

    private void pulse() {
        if (stopped) {
            return;
        }
        nextPulse.run();
        long sent = nanoClock.getAsLong();
        loop.run(table.pulse(me, config.ttl(), leaving), answerLimit())
                .invoke(roster -> aliveUntilNanos = sent + config.ttl().toNanos())
                .chain(this::follow)
                .subscribe()
                .with(this::pulseAfter, failure -> {
                    LOG.warnf("a pulse failed: %s", failure.toString());
                    pulseAfter(config.unsettledPulse());
                });
    }

    private Duration answerLimit() {
        return config.ttl().dividedBy(2);
    }

    private void pulseAfter(Duration delay) {
        nextPulse.run();
        nextPulse = loop.after(delay, this::pulse);
    }

    private Uni<Duration> follow(Roster roster) {
        Plan plan = Plan.of(me, held, roster);
        plan.losses().forEach(this::lose);
        plan.surrenders().forEach(lease -> {
            if (draining.add(lease.shard())) {
                surrender(lease).subscribe().with(done -> {}, failure -> LOG.warnf("%s: %s", lease, failure));
            }
        });
        Duration pause = plan.settled() ? config.pulse() : config.unsettledPulse();
        return claim(plan.claims()).chain(() -> release(plan.releases())).replaceWith(pause);
    }

    private Uni<Void> claim(List<Lease> free) {
        if (free.isEmpty() || leaving) {
            return Uni.createFrom().voidItem();
        }
        return loop.run(table.claim(me, free), answerLimit())
                .invoke(claimed -> claimed.forEach(this::begin))
                .replaceWithVoid();
    }

    private void begin(Lease lease) {
        if (stopped || leaving) {
            return;
        }
        held.put(lease.shard(), lease.epoch());
        counted();
        host.begin(lease);
    }

    private Uni<Void> release(List<Lease> leases) {
        return leases.isEmpty() ? Uni.createFrom().voidItem() : loop.run(table.release(me, leases), answerLimit());
    }

    private Uni<Void> surrender(Lease lease) {
        return loop.run(host.drain(lease), config.drainLimit())
                .onFailure()
                .invoke(failure -> LOG.warnf("%s did not drain: %s", lease, failure.toString()))
                .onItemOrFailure()
                .transformToUni((done, failure) -> letGo(lease));
    }

    private Uni<Void> letGo(Lease lease) {
        lose(lease);
        return release(List.of(lease));
    }

    private void lose(Lease lease) {
        if (held.remove(lease.shard(), lease.epoch())) {
            draining.remove(lease.shard());
            counted();
            host.drop(lease);
        }
    }

    private void counted() {
        owned = held.size();
    }

    private void watch() {
        if (stopped) {
            return;
        }
        if (!held.isEmpty() && nanoClock.getAsLong() - aliveUntilNanos >= 0) {
            LOG.warnf("no pulse for %s: giving up %d shards", config.ttl(), held.size());
            List.copyOf(held.entrySet()).forEach(entry -> lose(new Lease(entry.getKey(), entry.getValue())));
        }
        loop.after(config.ttl().dividedBy(WATCHES_PER_TTL), this::watch);
    }

    private Uni<Void> leave() {
        leaving = true;
        pulse();
        List<Uni<Void>> surrenders = new ArrayList<>();
        held.forEach((shard, epoch) -> {
            draining.add(shard);
            surrenders.add(surrender(new Lease(shard, epoch)).onFailure().recoverWithNull());
        });
        Uni<Void> drained = surrenders.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(surrenders).andFailFast().replaceWithVoid();
        return drained.chain(() -> {
            stopped = true;
            nextPulse.run();
            return loop.run(table.depart(me), answerLimit());
        });
    }
}
