package viva.life.ownership;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import viva.platform.outbox.DatabasePool;

/**
 * Makes the pool of the replica's pulse, which is apart from the one that everything else waits for. A connection that lost its other side ends
 * soon: a replica without a pulse has no shards.
 */
@Singleton
@ReactiveDataSource("pulse")
class PulsePool implements PgPoolCreator {
    /** The pulse is one loop, which asks one question after the other; ours. */
    private static final int WAITING = 64;

    /** Several times what a question may take; ours. */
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(10);

    @Override
    public Pool create(Input input) {
        return DatabasePool.bounded(input, WAITING, SILENCE_LIMIT);
    }
}
