package viva.platform.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import viva.platform.messaging.Broker;
import viva.platform.messaging.ConfirmedPublisher;
import viva.platform.messaging.Leaders;
import viva.platform.messaging.MessagingConfig;
import viva.platform.messaging.Outgoing;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.Schemas;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;
import viva.platform.testkit.Waiting;

/** A database and a broker of the test's own, and any number of replicas of a service on them. */
final class OutboxWorld implements AutoCloseable {
    static final Duration LONG = Waiting.PATIENCE;

    private final OwnServers servers;
    private final RabbitServer rabbit;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final DatabaseAddress address;
    private final Outbox silent = new Outbox(null);

    /** @param name of the test class, unique in its module */
    OutboxWorld(String name) {
        servers = new OwnServers(name);
        rabbit = servers.rabbitmq();
        new BrokerRooms(rabbit.url()).declare();
        address = new Schemas(servers.postgres().admin()).provide("test", "test", "secret");
        Flyway.configure()
                .dataSource(address.dataSource())
                .schemas("test")
                .locations("classpath:db/platform")
                .load()
                .migrate();
        pool = pool(address.url().toString(), vertx);
    }

    private static Pool pool(String url, Vertx vertx) {
        return PgBuilder.pool().connectingTo(url).using(vertx).build();
    }

    /** A secret: it holds the password. */
    String databaseUrl() {
        return address.url().toString();
    }

    RabbitServer rabbit() {
        return rabbit;
    }

    Pool pool() {
        return pool;
    }

    long count(String table) {
        return pool.query("select count(*) from " + table)
                .execute()
                .await()
                .atMost(LONG)
                .iterator()
                .next()
                .getLong(0);
    }

    void run(String sql) {
        pool.query(sql).execute().await().atMost(LONG);
    }

    /** Writes messages as a replica does that says nothing of it to its relay. */
    void append(List<Outgoing> messages) {
        pool.withTransaction(tx -> silent.append(tx, messages)).await().atMost(LONG);
    }

    /** Whether some replica publishes right now. */
    boolean isRelayed() {
        return pool.query("select 1 from outbox_lease where expires_at > clock_timestamp()")
                        .execute()
                        .await()
                        .atMost(LONG)
                        .size()
                == 1;
    }

    /** Takes a queue's leader away, as the death of the node where it is would; {@link #bringLeaderBack} undoes it. */
    void takeLeaderAway(String queue) {
        Leaders.takeAway(rabbit, queue);
    }

    void bringLeaderBack(String queue) {
        Leaders.bringBack(rabbit, queue);
    }

    void killAndRestartBroker() {
        ProcessHandle process = ProcessHandle.of(rabbit.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        rabbit.start();
    }

    SmallRyeConfig config() {
        return config(rabbit.url().toString(), Map.of());
    }

    Replica newReplica() {
        return newReplica(Map.of());
    }

    /** @param settings as in a configuration */
    Replica newReplica(Map<String, String> settings) {
        return replica(pool, vertx, rabbit.url().toString(), settings);
    }

    /** A replica that another process may be, too. */
    static Replica replica(String databaseUrl, String brokerUrl, Map<String, String> settings) {
        Vertx vertx = Vertx.vertx();
        return replica(pool(databaseUrl, vertx), vertx, brokerUrl, settings);
    }

    private static SmallRyeConfig config(String brokerUrl, Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(MessagingConfig.class)
                .withMapping(OutboxConfig.class)
                .withDefaultValue("viva.messaging.url", brokerUrl)
                .withDefaultValue("viva.messaging.reconnect-delay", "100ms");
        settings.forEach(builder::withDefaultValue);
        return builder.build();
    }

    private static Replica replica(Pool pool, Vertx vertx, String brokerUrl, Map<String, String> settings) {
        SmallRyeConfig config = config(brokerUrl, settings);
        MessagingConfig messaging = config.getConfigMapping(MessagingConfig.class);
        Broker broker = new Broker(messaging);
        ConfirmedPublisher publisher = new ConfirmedPublisher(broker, messaging);
        OutboxRelay relay = new OutboxRelay(
                pool,
                publisher,
                config.getConfigMapping(OutboxConfig.class),
                vertx.getDelegate(),
                new SimpleMeterRegistry());
        relay.start(null);
        return new Replica(broker, publisher, relay, new Outbox(relay));
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        servers.close();
    }

    /** One running relay with its own links to the broker. */
    record Replica(Broker broker, ConfirmedPublisher publisher, OutboxRelay relay, Outbox outbox)
            implements AutoCloseable {
        @Override
        public void close() {
            relay.stop(null);
            publisher.stop(null);
            broker.stop(null);
        }
    }
}
