package viva.life.history;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import viva.life.clock.World;
import viva.life.clock.WorldConfig;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.MessageTraces;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.service.jobs.ScheduledJobs;
import viva.platform.testkit.Waiting;

/** The tables of the life service and the real classes that keep its history, on the one connection that a PGlite has. */
final class HistoryTables implements AutoCloseable {
    private static final String SAMPLES = """
            INSERT INTO mind_sample SELECT $1, a, t, 0, extract(epoch FROM t)::bigint, .25, .5, .5, .5, .5, .5,
            array_fill(.1::real, ARRAY[10]), 'idle', 'rest', false, '\\x00'
            FROM unnest($2::uuid[]) a, generate_series($3::timestamptz, $4::timestamptz, '15 minutes') t WHERE t < $4""";

    /** WebAssembly takes its time, and one retention is hundreds of statements. */
    private static final Duration LIMIT = Waiting.PATIENCE.multipliedBy(5);

    /** Of a process that does not stop: no scheduler is paused. */
    private static final ScheduledJobs JOBS = new ScheduledJobs(null);

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final World world;

    /** @param address of a role whose search path are the migrated tables */
    HistoryTables(DatabaseAddress address) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setDatabase(address.database())
                .setUser(address.user())
                .setPassword(address.password())
                .setCachePreparedStatements(true);
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(options)
                .using(vertx)
                .build());
        WorldConfig config = config(WorldConfig.class, "viva.world.poll", "1h").getConfigMapping(WorldConfig.class);
        // The clock is never changed here, so nobody is told of it.
        world = new World(pool, null, new MessageFactory("life", MessageTraces.off()), config, vertx);
        get(world.start());
    }

    /** The migrations as the service runs them, but on one connection. */
    static FluentConfiguration flyway(DatabaseAddress address) {
        return Flyway.configure()
                .dataSource(address.dataSource())
                .locations("classpath:db/platform", "classpath:db/migration")
                .outOfOrder(true)
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }

    private static SmallRyeConfig config(Class<?> mapping, String name, String value) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(mapping)
                .withDefaultValue(name, value)
                .build();
    }

    Pool pool() {
        return pool;
    }

    /** Real time by the database's clock. */
    Instant now() {
        return world.realNow();
    }

    RollUps rollUps() {
        return new RollUps(pool, world, JOBS);
    }

    Forgetting forgetting() {
        return new Forgetting(pool, JOBS);
    }

    /** @param kept how long samples are kept, such as {@code 30d} */
    Retention retention(String kept) {
        return new Retention(
                pool,
                world,
                config(HistoryConfig.class, "viva.history.retention", kept).getConfigMapping(HistoryConfig.class),
                JOBS);
    }

    /** Every quarter of an hour a sample of each avatar, to the end exclusively. */
    void sample(int shard, List<UUID> avatars, Instant from, Instant to) {
        Tuple columns = Tuple.of(
                shard, avatars.toArray(UUID[]::new), from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
        get(pool.preparedQuery(SAMPLES).execute(columns));
    }

    static List<UUID> avatars(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(number -> new UUID(0x4000, number))
                .toList();
    }

    void run(String sql) {
        get(pool.query(sql).execute());
    }

    /** The first column of the one row. */
    long number(String sql) {
        return get(pool.query(sql).execute()).iterator().next().getLong(0);
    }

    /** The first column. */
    List<String> texts(String sql) {
        return get(pool.query(sql).mapping((Row row) -> row.getString(0)).execute()).stream()
                .toList();
    }

    <T> T get(Uni<T> work) {
        return work.await().atMost(LIMIT);
    }

    @Override
    public void close() {
        get(pool.close());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
