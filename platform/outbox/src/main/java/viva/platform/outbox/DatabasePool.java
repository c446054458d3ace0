package viva.platform.outbox;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the pool of a service with limits that the framework has no settings for: on those who wait for a connection, and on the silence of one.
 */
@Singleton
public class DatabasePool implements PgPoolCreator {
    /** Longer than any statement of a service takes; a connection that idles in its pool for so long is opened anew when it is wanted. */
    static final Duration SILENCE_LIMIT = Duration.ofMinutes(2);

    /** Longer than a service does anything else in the middle of a transaction. */
    static final Duration IDLE_IN_TRANSACTION_LIMIT = Duration.ofSeconds(10);

    private final DatabaseConfig config;

    DatabasePool(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        return bounded(input, config.waiting(), SILENCE_LIMIT);
    }

    /**
     * A pool in which at most {@code waiting} callers wait; one more fails at once with {@code ConnectionPoolTooBusyException}.
     *
     * <p>The pool's own timer for those who wait is off: that of a query whose connection could not be opened is not cancelled
     * (eclipse-vertx/vertx-sql-client#1706), and half a minute later Vert.x reports that a result is already complete. A caller's own
     * deadline ends its wait.
     *
     * <p>A connection that has lost its other side without a word ends: the client closes one that says nothing for {@code silenceLimit}, and
     * fails what waits for an answer ({@link HalfClosedChannels}). The database does the same with a session that is silent in the middle of a transaction, so that a paused
     * process keeps no locks.
     *
     * @param silenceLimit longer than any statement on these connections takes
     */
    public static Pool bounded(Input input, int waiting, Duration silenceLimit) {
        List<SqlConnectOptions> options = new ArrayList<>();
        for (PgConnectOptions each : input.pgConnectOptionsList()) {
            each.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
            each.setReadIdleTimeout(Math.toIntExact(silenceLimit.toMillis()));
            each.addProperty(
                    "idle_in_transaction_session_timeout", Long.toString(IDLE_IN_TRANSACTION_LIMIT.toMillis()));
            options.add(each);
        }
        return PgBuilder.pool()
                .with(input.poolOptions().setMaxWaitQueueSize(waiting).setConnectionTimeout(0))
                .connectingTo(options)
                .using(input.vertx())
                .build();
    }
}
