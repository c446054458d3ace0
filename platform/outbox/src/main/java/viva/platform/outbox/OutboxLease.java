package viva.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Who publishes the outbox: one replica at a time, by a row that says until when. A replica that is paused, or that waits for a database or a
 * broker, is overtaken when its lease has run out, by the database's clock; by its own monotonic clock its lease ends no later. What a replica
 * sends that was overtaken all the same was sent before or comes twice, and consumers ignore what they know.
 */
final class OutboxLease {
    private static final String CLAIM = "with quick as (select set_config('synchronous_commit', 'off', true)) "
            + "update outbox_lease set holder = $1, expires_at = clock_timestamp() + make_interval(secs => $2) from quick "
            + "where holder = $1 or expires_at < clock_timestamp()";
    private static final String RELEASE = "with quick as (select set_config('synchronous_commit', 'off', true)) "
            + "update outbox_lease set expires_at = '-infinity' from quick where holder = $1";
    private static final double MILLIS = 1_000;

    private final Pool pool;
    private final UUID holder;
    private final Duration length;
    private final LongSupplier nanoTime;
    private volatile boolean held;
    private volatile long untilNanos;

    /** @param nanoTime a clock as {@link System#nanoTime()} */
    OutboxLease(Pool pool, UUID holder, Duration length, LongSupplier nanoTime) {
        this.pool = pool;
        this.holder = holder;
        this.length = length;
        this.nanoTime = nanoTime;
    }

    /** Whether it holds right now. */
    boolean isHeld() {
        return held && untilNanos - nanoTime.getAsLong() > 0;
    }

    /** Makes it hold, for at least half of its length; false when it is another replica's. */
    Uni<Boolean> claim() {
        long asked = nanoTime.getAsLong();
        if (held && untilNanos - asked > length.toNanos() / 2) {
            return Uni.createFrom().item(true);
        }
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(holder, length.toMillis() / MILLIS))
                .map(rows -> {
                    held = rows.rowCount() == 1;
                    untilNanos = asked + length.toNanos();
                    return held;
                });
    }

    /** Leaves it to the others; without a claim it does nothing. */
    Uni<Void> release() {
        if (!held) {
            return Uni.createFrom().voidItem();
        }
        held = false;
        return pool.preparedQuery(RELEASE).execute(Tuple.of(holder)).replaceWithVoid();
    }
}
