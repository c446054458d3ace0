package viva.life.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FencedTransactionTest {
    private static final ReplicaId OLD = new ReplicaId(new UUID(7, 1));
    private static final ReplicaId NEW = new ReplicaId(new UUID(7, 2));
    private static final Duration IDLE = Duration.ofMillis(500);

    private final LifeDatabase database = LifeDatabase.shared();
    private final LeaseTable table = new LeaseTable(database.pool());
    private final FencedTransaction transaction = new FencedTransaction(database.pool(), IDLE);
    private Lease lease;

    @BeforeEach
    void a_shard_that_the_old_owner_claimed() {
        database.reset();
        lease = claimedBy(OLD, Lease.of(3, 0));
    }

    private Lease claimedBy(ReplicaId replica, Lease seen) {
        return database.get(table.pulse(replica, Duration.ofSeconds(60), false)
                        .chain(() -> table.claim(replica, List.of(seen))))
                .getFirst();
    }

    private void oldOwnerDies() {
        database.run("UPDATE replica SET expires_at = now() - interval '1 second' WHERE id = '" + OLD + "'");
    }

    private static Uni<Integer> note(SqlConnection tx, String text) {
        return tx.query("INSERT INTO note (text) VALUES ('" + text + "')")
                .execute()
                .map(rows -> rows.rowCount());
    }

    @Test
    void the_owner_writes() {
        int rows = database.get(transaction.write(lease, tx -> note(tx, "mine")));

        assertThat(rows).isEqualTo(1);
        assertThat(database.notes()).containsExactly("mine");
    }

    @Test
    void an_owner_that_was_replaced_cannot_begin_to_write() {
        oldOwnerDies();
        Lease next = claimedBy(NEW, lease);

        assertThatThrownBy(() -> database.get(transaction.write(lease, tx -> note(tx, "zombie"))))
                .isInstanceOfSatisfying(
                        FencedException.class, e -> assertThat(e.lease()).isEqualTo(lease));

        assertThat(next.epoch().value()).isGreaterThan(lease.epoch().value());
        assertThat(database.notes()).isEmpty();
    }

    @Test
    void an_owner_that_is_paused_in_a_transaction_neither_keeps_the_shard_nor_writes() {
        CompletableFuture<Integer> resumed = new CompletableFuture<>();
        CompletableFuture<Integer> begun = new CompletableFuture<>();
        CompletableFuture<Integer> outcome = transaction
                .write(
                        lease,
                        tx -> note(tx, "zombie")
                                .invoke(begun::complete)
                                .chain(() -> Uni.createFrom().completionStage(resumed))
                                .chain(() -> note(tx, "zombie again")))
                .subscribeAsCompletionStage();
        begun.join();
        oldOwnerDies();

        List<Lease> whileLocked = database.get(table.claim(NEW, List.of(lease)));
        Lease next = database.eventually(
                        () -> database.get(table.pulse(NEW, Duration.ofSeconds(60), false)
                                .chain(() -> table.claim(NEW, List.of(lease)))),
                        claimed -> !claimed.isEmpty())
                .getFirst();
        resumed.complete(1);

        assertThat(whileLocked).isEmpty();
        assertThat(next).isEqualTo(Lease.of(3, lease.epoch().value() + 1));
        assertThatThrownBy(outcome::join).isNotNull();
        assertThat(database.notes()).isEmpty();
    }

    @Test
    void a_failure_of_the_work_rolls_everything_back() {
        assertThatThrownBy(() -> database.get(transaction.write(
                        lease,
                        tx -> note(tx, "half")
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("broken"))))))
                .hasMessageContaining("broken");

        assertThat(database.notes()).isEmpty();
    }

    @Test
    void a_live_owner_is_not_robbed() {
        assertThat(database.get(
                        table.pulse(NEW, Duration.ofSeconds(60), false).chain(() -> table.claim(NEW, List.of(lease)))))
                .isEmpty();
    }

    @Test
    void of_two_claims_at_the_same_epoch_one_succeeds() {
        Lease released = lease;
        database.get(table.release(OLD, List.of(released)));
        database.get(table.pulse(NEW, Duration.ofSeconds(60), false));

        List<List<Lease>> both = database.get(Uni.join()
                .all(table.claim(OLD, List.of(released)), table.claim(NEW, List.of(released)))
                .andFailFast());

        assertThat(both.stream().mapToInt(List::size).sum()).isEqualTo(1);
    }
}
