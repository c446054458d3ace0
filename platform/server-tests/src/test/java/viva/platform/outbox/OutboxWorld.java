package viva.platform.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import viva.platform.messaging.Broker;
import viva.platform.messaging.ConfirmedPublisher;
import viva.platform.messaging.MessagingConfig;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.Schemas;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;
import viva.platform.testkit.Waiting;

/** A database and a broker of the test's own, and any number of replicas of a service on them. */
final class OutboxWorld implements AutoCloseable {
    static final Duration LONG = Waiting.PATIENCE;

    private final OwnServers servers = new OwnServers("outbox");
    private final RabbitServer rabbit;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    OutboxWorld() {
        rabbit = servers.rabbitmq();
        new BrokerRooms(rabbit.url()).declare();
        DatabaseAddress address = new Schemas(servers.postgres().admin()).provide("test", "test", "secret");
        Flyway.configure()
                .dataSource(address.dataSource())
                .schemas("test")
                .locations("classpath:db/platform")
                .load()
                .migrate();
        pool = PgBuilder.pool()
                .connectingTo(address.url().toString())
                .using(vertx)
                .build();
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

    void killAndRestartBroker() {
        ProcessHandle process = ProcessHandle.of(rabbit.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        rabbit.start();
    }

    SmallRyeConfig config() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(MessagingConfig.class)
                .withMapping(OutboxConfig.class)
                .withDefaultValue("viva.messaging.url", rabbit.url().toString())
                .withDefaultValue("viva.messaging.reconnect-delay", "100ms")
                .build();
    }

    Replica newReplica() {
        SmallRyeConfig config = config();
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
