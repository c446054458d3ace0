package viva.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.OwnServers;
import viva.platform.testkit.ServerLine;

class HalfOpenConnectionsTest {
    private record Input(Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
            implements PgPoolCreator.Input {}

    @Test
    void a_connection_whose_other_side_says_nothing_ends_with_what_waits_for_it() throws Exception {
        Vertx vertx = Vertx.vertx();
        OwnServers servers = new OwnServers("half-open");
        DatabaseAddress database = servers.postgres().admin();
        try (ServerLine line = new ServerLine(database.url())) {
            PgConnectOptions options =
                    PgConnectOptions.fromUri(database.url().toString()).setPort(line.port());
            Pool pool = DatabasePool.bounded(
                    new Input(vertx, new PoolOptions().setMaxSize(1), List.of(options)), 10, Duration.ofSeconds(1));
            Future<?> before = pool.query("select 1").execute();
            await().until(before::isComplete);

            line.freeze();
            Future<?> after = pool.query("select 1").execute();

            await().until(after::isComplete);
            assertThat(before.succeeded()).isTrue();
            assertThat(new DatabaseDiagnosis(Optional.empty()).of(after.cause()))
                    .as("%s", after.cause())
                    .isPresent();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            servers.close();
        }
    }

    @Test
    void sessions_that_are_silent_in_a_transaction_are_ended_by_the_database() {
        Vertx vertx = Vertx.vertx();
        PgConnectOptions options = new PgConnectOptions();

        DatabasePool.bounded(new Input(vertx, new PoolOptions(), List.of(options)), 10, DatabasePool.SILENCE_LIMIT);

        assertThat(options.getProperties()).containsEntry("idle_in_transaction_session_timeout", "10000");
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
