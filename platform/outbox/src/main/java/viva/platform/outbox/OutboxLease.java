package viva.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Who publishes the outbox: one replica at a time, by a row that says until when. A replica holds it over many rounds, and renews it in the second
 * half of its length while there is something to publish. A replica that is paused, or that waits for a database or a broker, is overtaken when its
 * lease has run out, by the database's clock; by its own monotonic clock its lease ends no later. What a replica sends that was overtaken all the
 * same was sent before or comes twice, and consumers ignore what they know.
 */
final class OutboxLease {
    private static final String CLAIM = """
            with quick as (select set_config('synchronous_commit', 'off', true)),
            claimed as (
              update outbox_lease set holder = $1, expires_at = clock_timestamp() + make_interval(secs => $2) from quick
               where (holder = $1 or expires_at < clock_timestamp()) and exists (select 1 from outbox)
              returning 1)
            select exists (select 1 from claimed), exists (select 1 from outbox)
            """;
    private static final String RELEASE = """
            with quick as (select set_config('synchronous_commit', 'off', true)),
            gone as (delete from outbox using quick where id = any($2)),
            released as (update outbox_lease set expires_at = '-infinity' from quick where holder = $1)
            select exists (select 1 from outbox where id <> all($2))
            """;
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

    /** What a claim comes to. */
    enum Claim {
        HELD,
        /** Another replica publishes, and messages wait. */
        ANOTHERS,
        /** No message waits; nothing was written. */
        NOT_NEEDED
    }

    /** Whether it holds right now. */
    boolean isHeld() {
        return left(nanoTime.getAsLong()) > 0;
    }

    private long left(long nowNanos) {
        return held ? untilNanos - nowNanos : 0;
    }

    /** Makes it hold for at least half of its length, unless it does. Writes only where messages wait. */
    Uni<Claim> claim() {
        long asked = nanoTime.getAsLong();
        if (left(asked) > length.toNanos() / 2) {
            return Uni.createFrom().item(Claim.HELD);
        }
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(holder, length.toMillis() / MILLIS))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    if (row.getBoolean(0)) {
                        held = true;
                        untilNanos = asked + length.toNanos();
                        return Claim.HELD;
                    }
                    if (row.getBoolean(1)) {
                        held = false;
                        return Claim.ANOTHERS;
                    }
                    return Claim.NOT_NEEDED;
                });
    }

    /**
     * Leaves it to the others, after the deletion of what was published under it: one transaction, and none where there is neither.
     *
     * @return whether messages wait
     */
    Uni<Boolean> release(Collection<Long> published) {
        if (!held && published.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        held = false;
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(holder).addArrayOfLong(published.toArray(Long[]::new)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
