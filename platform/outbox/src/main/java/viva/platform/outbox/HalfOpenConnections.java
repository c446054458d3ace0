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
 * Makes connections to the database end that have lost their other side without a word: a client that hears nothing for a while closes them, and
 * fails what waits for an answer. The database does the same with a session that is silent in the middle of a transaction, so that a paused
 * process keeps no locks.
 */
@Singleton
public final class HalfOpenConnections implements PgPoolCreator {
    /** Longer than any statement of a service takes; a connection that idles in its pool for so long is opened anew when it is wanted. */
    static final Duration SILENCE_LIMIT = Duration.ofMinutes(2);

    /** Longer than a service does anything else in the middle of a transaction. */
    static final Duration IDLE_IN_TRANSACTION_LIMIT = Duration.ofSeconds(10);

    private final Duration silenceLimit;

    /** Connections for statements of any kind. */
    public HalfOpenConnections() {
        this(SILENCE_LIMIT);
    }

    /** @param silenceLimit longer than any statement on these connections takes */
    public HalfOpenConnections(Duration silenceLimit) {
        this.silenceLimit = silenceLimit;
    }

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> options = new ArrayList<>();
        for (PgConnectOptions each : input.pgConnectOptionsList()) {
            each.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
            each.setReadIdleTimeout(Math.toIntExact(silenceLimit.toMillis()));
            each.addProperty(
                    "idle_in_transaction_session_timeout", Long.toString(IDLE_IN_TRANSACTION_LIMIT.toMillis()));
            options.add(each);
        }
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(options)
                .using(input.vertx())
                .build();
    }
}
