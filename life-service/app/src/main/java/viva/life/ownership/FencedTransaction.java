package viva.life.ownership;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.function.Function;

/**
 * The only way to write anything of a shard. The transaction begins by locking the shard's row in share mode at the lease's
 * epoch: a claim, which raises the epoch, waits for this transaction or makes it fail, and never falls between. So whatever a
 * new owner reads after its claim is all there will ever be of the old one's writing.
 *
 * <p>A process that is paused in the middle would hold that lock, and with it the shard, for as long as it is paused: PostgreSQL
 * ends its session after {@code idleLimit}, which must be shorter than the lease.
 */
public final class FencedTransaction {
    private static final String LIMIT = "SELECT set_config('idle_in_transaction_session_timeout', $3, true)";
    private static final String NO_WAITING = ", set_config('synchronous_commit', 'off', true)";
    private static final String FENCE = " FROM shard WHERE id = $1 AND epoch = $2 FOR ";
    private static final String AMONG_OTHERS = LIMIT + FENCE + "SHARE";
    private static final String WITHOUT_WAITING = LIMIT + NO_WAITING + FENCE + "SHARE";
    private static final String ALONE = LIMIT + FENCE + "UPDATE";

    private final Pool pool;
    private final String idleLimitMillis;

    public FencedTransaction(Pool pool, Duration idleLimit) {
        this.pool = pool;
        this.idleLimitMillis = Long.toString(idleLimit.toMillis());
    }

    /**
     * Runs {@code work} and commits it if {@code lease} still holds.
     *
     * @return fails with {@link FencedException} when it does not, and with whatever {@code work} or the database failed with;
     *     a failure at the commit itself leaves open whether it was committed
     */
    public <T> Uni<T> write(Lease lease, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(tx -> fence(tx, AMONG_OTHERS, lease).chain(() -> work.apply(tx)));
    }

    /**
     * As {@link #write}, but the commit does not wait for the disk: a crash of the database may undo the last of them, for about half a second,
     * unless another transaction was committed by {@link #write} after it. For what can be worked out again.
     */
    public <T> Uni<T> writeWithoutWaiting(Lease lease, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(tx -> fence(tx, WITHOUT_WAITING, lease).chain(() -> work.apply(tx)));
    }

    /**
     * As {@link #write}, but after every other transaction of the shard is over, those included whose fate nobody told us (the
     * connection broke at the commit). What {@code work} reads is what there is.
     */
    public <T> Uni<T> afterAllOthers(Lease lease, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(tx -> fence(tx, ALONE, lease).chain(() -> work.apply(tx)));
    }

    private Uni<Void> fence(SqlConnection tx, String fence, Lease lease) {
        return tx.preparedQuery(fence)
                .execute(Tuple.of(lease.shard().value(), lease.epoch().value(), idleLimitMillis))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new FencedException(lease);
                    }
                    return null;
                });
    }
}
