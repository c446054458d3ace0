package viva.platform.outbox;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import viva.platform.messaging.Broker;
import viva.platform.messaging.ConfirmedPublisher;
import viva.platform.messaging.MessagingConfig;
import viva.platform.servers.Ports;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.Durability;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.postgres.Schemas;
import viva.platform.servers.rabbitmq.RabbitServer;

/** A database and a broker of the test's own, and any number of replicas of a service on them. */
final class OutboxWorld implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(90);

    private final PostgresServer postgres;
    private final RabbitServer rabbit;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    OutboxWorld() {
        postgres = new PostgresServer(newFolder(), Ports.free(), Durability.FORGET);
        postgres.start();
        rabbit = new RabbitServer(newFolder(), Ports.free());
        rabbit.start();
        DatabaseAddress address = new Schemas(postgres.admin()).provide("test", "test", "secret");
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

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("viva-outbox");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    Replica newReplica() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(MessagingConfig.class)
                .withMapping(OutboxConfig.class)
                .withDefaultValue("viva.messaging.url", rabbit.url().toString())
                .withDefaultValue("viva.messaging.reconnect-delay", "100ms")
                .build();
        MessagingConfig messaging = config.getConfigMapping(MessagingConfig.class);
        Broker broker = new Broker(messaging);
        ConfirmedPublisher publisher = new ConfirmedPublisher(broker, messaging);
        OutboxRelay relay =
                new OutboxRelay(pool, publisher, config.getConfigMapping(OutboxConfig.class), vertx.getDelegate());
        relay.start(null);
        return new Replica(broker, publisher, relay, new Outbox(relay));
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        rabbit.close();
        postgres.close();
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
