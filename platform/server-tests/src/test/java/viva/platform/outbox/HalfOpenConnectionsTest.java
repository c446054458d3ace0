package viva.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HalfOpenConnectionsTest {
    private record Input(Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
            implements PgPoolCreator.Input {}

    @Test
    void a_connection_whose_other_side_says_nothing_ends_with_what_waits_for_it() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            PgConnectOptions options = new PgConnectOptions()
                    .setHost(silent.getInetAddress().getHostAddress())
                    .setPort(silent.getLocalPort())
                    .setUser("nobody")
                    .setDatabase("nothing");
            Pool pool = new HalfOpenConnections(Duration.ofMillis(200))
                    .create(new Input(vertx, new PoolOptions(), List.of(options)));

            Future<?> answer = pool.query("select 1").execute();

            await().until(answer::isComplete);
            assertThat(answer.failed()).isTrue();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void sessions_that_are_silent_in_a_transaction_are_ended_by_the_database() {
        Vertx vertx = Vertx.vertx();
        PgConnectOptions options = new PgConnectOptions();

        new HalfOpenConnections().create(new Input(vertx, new PoolOptions(), List.of(options)));

        assertThat(options.getProperties()).containsEntry("idle_in_transaction_session_timeout", "10000");
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
