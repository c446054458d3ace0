package viva.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.platform.servers.Ports;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

class DatabasePoolTest {
    private static final int POOL_TIMEOUT_MILLIS = 200;

    private final Vertx vertx = Vertx.vertx();
    private final Recorder<Throwable> failures = new Recorder<>();
    private final Recorder<Throwable> uncaught = new Recorder<>();

    private record Given(Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
            implements PgPoolCreator.Input {}

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_query_that_found_no_database_leaves_nothing_that_goes_off_later() {
        vertx.exceptionHandler(uncaught::accept);
        Pool pool = pool(Ports.free(), 10);

        vertx.runOnContext(start -> ask(pool));
        await().untilAsserted(() -> assertThat(failures.snapshot()).hasSize(1));
        afterThePoolsOwnTimers();

        assertThat(uncaught.snapshot()).isEmpty();
    }

    @Test
    void one_more_than_may_wait_is_refused_at_once() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Pool pool = pool(silent.getLocalPort(), 2);

            vertx.runOnContext(start -> {
                for (int i = 0; i < 10; i++) {
                    ask(pool);
                }
            });

            await().untilAsserted(() -> assertThat(failures.snapshot())
                    .hasSizeGreaterThanOrEqualTo(7)
                    .allSatisfy(failure -> assertThat(failure).isInstanceOf(ConnectionPoolTooBusyException.class)));
        }
    }

    private Pool pool(int port, int waiting) {
        PoolOptions options = new PoolOptions()
                .setMaxSize(1)
                .setConnectionTimeout(POOL_TIMEOUT_MILLIS)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        PgConnectOptions nobody = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setDatabase("viva")
                .setUser("viva")
                .setPassword("viva");
        return DatabasePool.bounded(new Given(vertx, options, List.of(nobody)), waiting, Waiting.PATIENCE);
    }

    private void ask(Pool pool) {
        pool.query("select 1").execute().onFailure(failures::accept);
    }

    /** Timers go off in the order of their times, so a later one of the same Vert.x has every earlier one behind it. */
    private void afterThePoolsOwnTimers() {
        AtomicBoolean later = new AtomicBoolean();
        vertx.setTimer(5 * POOL_TIMEOUT_MILLIS, due -> later.set(true));
        await().untilTrue(later);
    }
}
