package viva.local.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import viva.local.settings.Settings;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.rabbitmq.RabbitManagement;

/** Knocks at the servers that the settings name in place of private ones. No finding repeats a password. */
final class GivenServers {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Tokens, leases and deadlines of services compare clocks; tokens forgive five seconds. */
    private static final Duration SKEW_FORGIVEN = Duration.ofSeconds(5);

    private static final int POSTGRES_NEEDED = 150_000;
    private static final Map<String, Integer> USUAL_PORTS = Map.of(
            "amqp", 5672,
            "amqps", 5671,
            "redis", 6379,
            "rediss", 6379,
            "http", 80,
            "https", 443);

    private final Settings settings;
    private final InstantSource clock;

    GivenServers(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    List<Finding> look() {
        return Stream.<Supplier<List<Finding>>>of(
                        () -> settings.database().map(this::database).orElse(List.of()),
                        () -> knock("REDIS_URL", "Redis", Finding.Broken::new),
                        () -> knock("RABBITMQ_URL", "RabbitMQ at RABBITMQ_URL", Finding.Broken::new),
                        () -> settings.server("RABBITMQ_URL").map(this::rights).orElse(List.of()),
                        () -> knock("QDRANT_URL", "Qdrant", Finding.Broken::new),
                        () -> knock("NIM_BASE_URL", "Language model", Finding.Weak::new))
                .flatMap(look -> Examination.withSettings(look).stream())
                .toList();
    }

    private List<Finding> database(DatabaseAddress address) {
        String remedy = "Start it, or correct DATABASE_URL; without it ./viva up runs a private PostgreSQL.";
        DataSource source = address.dataSource();
        List<Finding> found = new ArrayList<>();
        try {
            source.setLoginTimeout((int) PATIENCE.toSeconds());
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select current_setting('server_version_num')::int, clock_timestamp()")) {
                row.next();
                int version = row.getInt(1);
                found.add(
                        version >= POSTGRES_NEEDED
                                ? new Finding.Fine("PostgreSQL", address + " answers")
                                : new Finding.Broken(
                                        "PostgreSQL", "version " + version / 10_000, "Use PostgreSQL 15 or newer."));
                found.add(skew(
                        "PostgreSQL's clock",
                        row.getObject(2, OffsetDateTime.class).toInstant()));
            }
        } catch (SQLException refused) {
            found.add(new Finding.Broken("PostgreSQL", address + ": " + refused.getMessage(), remedy));
        }
        return found;
    }

    private Finding skew(String matter, Instant there) {
        Duration apart = Duration.between(there, clock.instant()).abs();
        return apart.compareTo(SKEW_FORGIVEN) <= 0
                ? new Finding.Fine(matter, "as this machine's")
                : new Finding.Weak(
                        matter,
                        apart.toSeconds() + " s from this machine's",
                        "Let NTP set both clocks: tokens and leases compare them.");
    }

    /** @param away what it is when the server does not answer */
    private List<Finding> knock(String name, String matter, Away away) {
        return settings
                .server(name)
                .map(url -> {
                    int port = url.getPort() >= 0
                            ? url.getPort()
                            : USUAL_PORTS.getOrDefault(String.valueOf(url.getScheme()), -1);
                    if (url.getHost() == null || port < 0) {
                        return away.found(
                                matter, name + " is no address of a server", "See .env.example for its form.");
                    }
                    String place = url.getHost() + ":" + port;
                    return answers(url.getHost(), port)
                            ? new Finding.Fine(matter, place + " answers")
                            : away.found(
                                    matter, place + " does not answer", "Start it, or correct or remove " + name + ".");
                })
                .stream()
                .toList();
    }

    private interface Away {
        Finding found(String matter, String found, String remedy);
    }

    private static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException away) {
            return false;
        }
    }

    private List<Finding> rights(URI broker) {
        Optional<RabbitManagement> management = settings.server("RABBITMQ_MANAGEMENT_URL")
                .map(RabbitManagement::new)
                .or(() -> RabbitManagement.beside(broker));
        boolean administrator =
                management.filter(RabbitManagement::isAdministrator).isPresent();
        return administrator
                ? List.of()
                : List.of(new Finding.Weak(
                        "RabbitMQ's users",
                        "RABBITMQ_URL is no administrator's, or its management API does not answer",
                        "All services will use that one user; an administrator's URL gives each its own rights."));
    }
}
