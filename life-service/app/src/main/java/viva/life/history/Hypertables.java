package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;

/** What TimescaleDB is told of the history, where it keeps it. */
final class Hypertables {
    private static final String REFRESH_WITHIN = "SELECT refresh_roll_ups_within(make_interval(secs => $1))";
    private static final String DROP_CHUNKS = "SELECT public.drop_chunks('mind_hour', older_than => $1::timestamptz), "
            + "public.drop_chunks('mind_day', older_than => $1::timestamptz)";
    private static final String DROP_EMPTY = "SELECT drop_empty_sample_chunks($1)";

    /**
     * How long the database or its jobs may stand still without leaving averages out. Longer would cost more: after an erasure, the averages
     * of all avatars are computed anew as far back as this.
     */
    private static final Duration REACH = Duration.ofDays(14);

    /** The shortest time within which averages by the day can be refreshed: two days before the latest one. */
    private static final Duration LEAST_REACH = Duration.ofDays(3);

    /** How much longer samples are kept than they are averaged anew. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final Pool pool;

    Hypertables(Pool pool) {
        this.pool = pool;
    }

    /** How long samples are kept where continuous aggregates are to average them first. */
    static Duration kept(Duration retention) {
        Duration least = LEAST_REACH.plus(MARGIN);
        return retention.compareTo(least) < 0 ? least : retention;
    }

    /** How far back continuous aggregates follow what changes: not to where samples are forgotten, or their averages went with them. */
    static Duration reach(Duration retention) {
        Duration longest = kept(retention).minus(MARGIN);
        return longest.compareTo(REACH) < 0 ? longest : REACH;
    }

    /** Lets the jobs of the database refresh the continuous aggregates as far back as {@link #reach(Duration)}. */
    Uni<Void> refresh(Duration retention) {
        return alone(tx -> tx.preparedQuery(REFRESH_WITHIN)
                .execute(Tuple.of((double) reach(retention).toSeconds()))
                .replaceWithVoid());
    }

    /** Drops the averages of continuous aggregates that are older. */
    Uni<Void> dropAverages(Instant before) {
        return pool.preparedQuery(DROP_CHUNKS)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Drops what is left of a hypertable of samples where all of them are forgotten; does nothing without TimescaleDB. */
    Uni<Void> dropEmpty(Instant before) {
        return alone(tx -> tx.preparedQuery(DROP_EMPTY)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid());
    }

    private Uni<Void> alone(Function<SqlConnection, Uni<Void>> work) {
        return pool.withTransaction(
                tx -> Upkeep.alone(tx, Upkeep.EVERY_SHARD).chain(alone -> alone ? work.apply(tx) : Upkeep.NOTHING));
    }
}
