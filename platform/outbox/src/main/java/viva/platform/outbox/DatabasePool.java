package viva.platform.outbox;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the pool of a service with a limit on those who wait for a connection; the framework has no setting for it. */
@Singleton
public class DatabasePool implements PgPoolCreator {
    private final DatabaseConfig config;

    DatabasePool(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        return bounded(input, config.waiting());
    }

    /**
     * A pool in which at most {@code waiting} callers wait; one more fails at once with {@code ConnectionPoolTooBusyException}.
     *
     * <p>The pool's own timer for those who wait is off: that of a query whose connection could not be opened is not cancelled
     * (eclipse-vertx/vertx-sql-client#1706), and half a minute later Vert.x reports that a result is already complete. A caller's own
     * deadline ends its wait.
     */
    public static Pool bounded(Input input, int waiting) {
        return PgBuilder.pool()
                .with(input.poolOptions().setMaxWaitQueueSize(waiting).setConnectionTimeout(0))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
