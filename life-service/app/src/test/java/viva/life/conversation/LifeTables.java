package viva.life.conversation;

import static viva.platform.testkit.Waiting.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.List;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;
import viva.platform.testkit.Waiting;

/** A database with the tables of the life service, for one test alone. */
public final class LifeTables implements AutoCloseable {
    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            + "AND wait_event_type = 'Lock'";

    private final PrivateRooms rooms = new PrivateRooms();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    public LifeTables() {
        DatabaseAddress address = rooms.database("life");
        Flyway.configure()
                .dataSource(address.dataSource())
                .locations("classpath:db/platform", "classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(PgConnectOptions.fromUri(address.url().toString()))
                .using(vertx)
                .build());
    }

    /** A transaction that a test leaves open for as long as it likes. */
    public record Open(SqlConnection connection, Transaction transaction) {
        public void run(String sql) {
            get(connection.query(sql).execute());
        }

        public void commit() {
            get(transaction.commit());
            get(connection.close());
        }
    }

    public Pool pool() {
        return pool;
    }

    public Open begin() {
        SqlConnection connection = get(pool.getConnection());
        return new Open(connection, get(connection.begin()));
    }

    public void run(String sql) {
        get(pool.query(sql).execute());
    }

    /** The first column of the one row. */
    public long number(String sql) {
        return get(pool.query(sql).execute()).iterator().next().getLong(0);
    }

    /** The first column. */
    public List<String> texts(String sql) {
        return StreamSupport.stream(get(pool.query(sql).execute()).spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }

    /** How many transactions wait for a lock of another one. */
    public long waiting() {
        return number(WAITING);
    }

    public void awaitWaiting(int transactions) {
        await().until(() -> waiting() == transactions);
    }

    public static <T> T get(Uni<T> work) {
        return work.await().atMost(Waiting.PATIENCE);
    }

    @Override
    public void close() {
        get(pool.close());
        vertx.close().toCompletionStage().toCompletableFuture().join();
        rooms.close();
    }
}
