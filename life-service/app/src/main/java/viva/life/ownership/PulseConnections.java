package viva.life.ownership;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import viva.platform.outbox.HalfOpenConnections;

/** The pulse's connections end like all others when they have lost their other side; else a replica would never get its shards back. */
@Singleton
@ReactiveDataSource("pulse")
final class PulseConnections implements PgPoolCreator {
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(10);

    @Override
    public Pool create(Input input) {
        return new HalfOpenConnections(SILENCE_LIMIT).create(input);
    }
}
