package viva.platform.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import viva.platform.servers.LocalServer;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.postgres.Schemas;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.servers.redis.RedisServer;

/**
 * Gives a {@code @QuarkusTest} what {@link VivaServers} gives, on a PostgreSQL, a RabbitMQ and a Redis that no other test uses, because
 * this one stops them:
 *
 * <pre>{@code
 * @WithTestResource(value = OwnVivaServers.class, initArgs = @ResourceArg(name = "service", value = "gateway"))
 * }</pre>
 */
public final class OwnVivaServers implements QuarkusTestResourceLifecycleManager {
    private static final Map<Kind, LocalServer> RUNNING = new EnumMap<>(Kind.class);

    private String service = "test";
    private OwnServers servers;

    /** Which server. */
    public enum Kind {
        DATABASE,
        BROKER,
        REDIS;

        /** What the probes of a service call it. */
        public String dependency() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Stops it; its clients lose their connections. */
        public void stop() {
            server().close();
        }

        /** Starts it again, where it was and with its data. */
        public void start() {
            server().start();
        }

        private LocalServer server() {
            synchronized (RUNNING) {
                return RUNNING.get(this);
            }
        }
    }

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        servers = new OwnServers("own-" + service);
        PostgresServer postgres = servers.postgres();
        RabbitServer rabbit = servers.rabbitmq();
        RedisServer redis = servers.redis();
        synchronized (RUNNING) {
            RUNNING.putAll(Map.of(Kind.DATABASE, postgres, Kind.BROKER, rabbit, Kind.REDIS, redis));
        }
        new BrokerRooms(rabbit.url()).declare();
        DatabaseAddress database = new Schemas(postgres.admin()).createDatabase("viva");
        Map<String, String> settings = new HashMap<>(TestTokens.verification());
        settings.putAll(VivaServers.settings(new Schemas(database).provide(service, service, "word")));
        settings.put("quarkus.http.test-port", "0");
        settings.put("viva.messaging.url", rabbit.url().toString());
        settings.put("quarkus.redis.hosts", redis.url().toString());
        return settings;
    }

    @Override
    public void stop() {
        servers.close();
    }
}
