package viva.life.ownership;

import static viva.platform.testkit.Waiting.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.OwnServers;
import viva.platform.testkit.Waiting;

/** A real PostgreSQL with the schema of the life service, started once for all tests of this JVM. */
final class LifeDatabase {
    private static final Duration LIMIT = Waiting.PATIENCE;
    private static LifeDatabase shared;

    private final DatabaseAddress address;
    private final Pool pool;

    private LifeDatabase() {
        address = new OwnServers("ownership").postgres().admin();
        Flyway.configure()
                .dataSource(address.dataSource())
                .locations("classpath:db/platform", "classpath:db/migration")
                .load()
                .migrate();
        pool = pool(Vertx.vertx());
        run("CREATE TABLE note (text text NOT NULL)");
    }

    static synchronized LifeDatabase shared() {
        if (shared == null) {
            shared = new LifeDatabase();
        }
        return shared;
    }

    Pool pool() {
        return pool;
    }

    /** A pool for a replica of its own. */
    Pool pool(Vertx vertx) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setDatabase(address.database())
                .setUser(address.user())
                .setPassword(address.password());
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    void reset() {
        run("TRUNCATE replica, note; UPDATE shard SET owner = NULL, epoch = 0");
    }

    void run(String sql) {
        get(pool.query(sql).execute());
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        // The pool may hand out the connection of an owner that the server has just ended.
        Uni<RowSet<Row>> read = Uni.createFrom()
                .deferred(
                        () -> pool.query("SELECT text FROM note ORDER BY text").execute())
                .onFailure()
                .retry()
                .atMost(3);
        for (Row row : get(read)) {
            notes.add(row.getString(0));
        }
        return notes;
    }

    /** How many shards stand in the name of {@code replica}. */
    long shardsOf(ReplicaId replica) {
        return get(pool.query("SELECT count(*) FROM shard WHERE owner = '" + replica + "'")
                        .execute())
                .iterator()
                .next()
                .getLong(0);
    }

    <T> T get(Uni<T> work) {
        return work.await().atMost(LIMIT);
    }

    <T> T eventually(Callable<T> supplier, Predicate<T> condition) {
        return await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(supplier, condition);
    }
}
