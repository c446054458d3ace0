package viva.platform.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import viva.platform.servers.postgres.DatabaseAddress;

/**
 * Gives a {@code @QuarkusTest} a database and a broker of its own and the keys of {@link TestTokens}:
 *
 * <pre>{@code
 * @WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
 * }</pre>
 *
 * The argument {@code servers} lists what is wanted of {@code postgres,rabbitmq,redis}; without it, the first two.
 */
public final class VivaServers implements QuarkusTestResourceLifecycleManager {
    private static final Set<String> KNOWN = Set.of("postgres", "rabbitmq", "redis");

    private final PrivateRooms rooms = new PrivateRooms();
    private String service = "test";
    private Set<String> wanted = Set.of("postgres", "rabbitmq");

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
        if (arguments.containsKey("servers")) {
            wanted = Set.of(arguments.get("servers").split(",", -1));
        }
        if (!KNOWN.containsAll(wanted)) {
            throw new IllegalArgumentException("must be among %s: servers = %s".formatted(KNOWN, wanted));
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(TestTokens.verification());
        settings.put("quarkus.http.test-port", "0");
        if (wanted.contains("postgres")) {
            settings.putAll(settings(rooms.database(service)));
        }
        if (wanted.contains("rabbitmq")) {
            settings.put("viva.messaging.url", rooms.broker().toString());
        }
        if (wanted.contains("redis")) {
            settings.put("quarkus.redis.hosts", TestServers.redis().toString());
        }
        return settings;
    }

    /** How a service is told its database. */
    static Map<String, String> settings(DatabaseAddress database) {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        rooms.close();
    }
}
