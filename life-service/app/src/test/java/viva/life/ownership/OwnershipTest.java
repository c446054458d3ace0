package viva.life.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.ShardId;

/** Several replicas in one JVM, each with a Vert.x and connections of its own, on one real PostgreSQL. */
class OwnershipTest {
    private final LifeDatabase database = LifeDatabase.shared();
    private final List<Replica> replicas = new ArrayList<>();

    /** The production times divided by ten. */
    private record FastTimes(
            Duration ttl, Duration pulse, Duration unsettledPulse, Duration idleLimit, Duration drainLimit)
            implements OwnershipConfig {
        static final FastTimes TIMES = new FastTimes(
                Duration.ofMillis(600),
                Duration.ofMillis(150),
                Duration.ofMillis(30),
                Duration.ofMillis(300),
                Duration.ofMillis(400));
    }

    private final class Replica implements ShardHost {
        final ReplicaId id;
        final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        final Map<ShardId, Lease> living = new ConcurrentHashMap<>();
        final AtomicInteger drained = new AtomicInteger();
        final Pool pool = database.pool(vertx);
        final FencedTransaction transaction = new FencedTransaction(pool, FastTimes.TIMES.idleLimit());
        final Ownership ownership;

        Replica(int number) {
            id = new ReplicaId(new UUID(7, number));
            ownership = new Ownership(id, pool, this, FastTimes.TIMES, vertx);
            ownership.start();
            replicas.add(this);
        }

        @Override
        public void begin(Lease lease) {
            living.put(lease.shard(), lease);
        }

        @Override
        public Uni<Void> drain(Lease lease) {
            drained.incrementAndGet();
            return Uni.createFrom().voidItem();
        }

        @Override
        public void drop(Lease lease) {
            living.remove(lease.shard(), lease);
        }

        /** Stops every thread of the replica, as SIGSTOP does; the answer lets it go on. */
        Runnable pause() {
            CountDownLatch latch = new CountDownLatch(1);
            ((VertxInternal) vertx).getEventLoopGroup().forEach(loop -> loop.execute(() -> awaitQuietly(latch)));
            return latch::countDown;
        }

        void kill() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }

        boolean writes(Lease lease) {
            try {
                database.get(transaction.write(
                        lease,
                        tx -> tx.query("INSERT INTO note (text) VALUES ('" + id + "')")
                                .execute()));
                return true;
            } catch (FencedException e) {
                return false;
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ownsEventually(Replica replica, int shards) {
        await().untilAsserted(() -> {
            assertThat(replica.living).hasSize(shards);
            assertThat(database.shardsOf(replica.id)).isEqualTo(shards);
        });
    }

    @BeforeEach
    void nobody_owns_anything() {
        database.reset();
    }

    @AfterEach
    void everybody_stops() {
        replicas.forEach(Replica::kill);
    }

    @Test
    void one_replica_takes_every_shard() {
        Replica only = new Replica(1);

        ownsEventually(only, ShardId.COUNT);
    }

    @Test
    void a_second_replica_gets_half_of_the_shards_after_they_were_drained() {
        Replica first = new Replica(1);
        ownsEventually(first, ShardId.COUNT);

        Replica second = new Replica(2);

        ownsEventually(second, 32);
        ownsEventually(first, 32);
        assertThat(first.drained).hasValue(32);
        assertThat(first.living.keySet()).doesNotContainAnyElementsOf(second.living.keySet());
    }

    @Test
    void three_replicas_share_and_two_take_over_from_one_that_crashed() {
        Replica first = new Replica(1);
        Replica second = new Replica(2);
        Replica third = new Replica(3);
        await().untilAsserted(() -> assertThat(List.of(first.living.size(), second.living.size(), third.living.size()))
                .allMatch(size -> size >= 20 && size <= 22));

        third.kill();

        ownsEventually(first, 32);
        ownsEventually(second, 32);
    }

    @Test
    void a_graceful_stop_hands_over_before_the_lease_runs_out() {
        Replica first = new Replica(1);
        Replica second = new Replica(2);
        ownsEventually(first, 32);
        ownsEventually(second, 32);

        database.get(second.ownership.stop());
        long left = database.shardsOf(second.id);

        assertThat(left).isZero();
        assertThat(second.living).isEmpty();
        ownsEventually(first, ShardId.COUNT);
    }

    @Test
    void a_paused_replica_that_goes_on_after_the_takeover_drops_its_shards_and_writes_nothing() {
        Replica first = new Replica(1);
        Replica zombie = new Replica(2);
        ownsEventually(first, 32);
        ownsEventually(zombie, 32);
        List<Lease> before = List.copyOf(zombie.living.values());

        Runnable resume = zombie.pause();
        ownsEventually(first, ShardId.COUNT);
        resume.run();

        assertThat(before).noneMatch(zombie::writes);
        assertThat(database.notes()).isEmpty();
        ownsEventually(zombie, 32);
        ownsEventually(first, 32);
        assertThat(zombie.living.values()).doesNotContainAnyElementsOf(before);
    }

    @Test
    void a_replica_without_a_database_gives_up_its_shards_by_its_own_clock() {
        Replica only = new Replica(1);
        ownsEventually(only, ShardId.COUNT);

        only.pool.closeAndForget();

        await().untilAsserted(() -> assertThat(only.living).isEmpty());
    }
}
