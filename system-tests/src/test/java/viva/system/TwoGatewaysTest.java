package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.servers.redis.RedisServer;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.OwnServers;
import viva.platform.testkit.ServerLine;

/** Two gateways, the one of which that writes the timeline loses its way to PostgreSQL. */
class TwoGatewaysTest {
    private static final Path EVENT = Path.of("../contracts/src/test/resources/golden/match.mutual.v1.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final OwnServers SERVERS = new OwnServers("two-gateways");
    private static PostgresServer postgres;
    private static RedisServer redis;
    private static RabbitServer rabbit;

    @TempDir
    Path folder;

    /** How the way to the database ends. */
    enum Loss {
        CUT {
            @Override
            void of(ServerLine line) throws IOException {
                line.cut();
            }
        },
        FROZEN {
            @Override
            void of(ServerLine line) {
                line.freeze();
            }
        };

        abstract void of(ServerLine line) throws IOException;
    }

    @BeforeAll
    static void servers() {
        postgres = SERVERS.postgres();
        redis = SERVERS.redis();
        rabbit = SERVERS.rabbitmq();
    }

    @AfterAll
    static void end() {
        SERVERS.close();
    }

    @ParameterizedTest
    @EnumSource
    void the_timeline_goes_on_through_the_other_gateway(Loss loss) throws Exception {
        try (PreparedServices services = new PreparedServices(folder);
                ServerLine line = new ServerLine(postgres.url());
                EventTap broker = new EventTap(rabbit.url().toString(), "none")) {
            int prepared = services.prepare(Map.of(
                    "DATABASE_URL", postgres.url().toString(),
                    "RABBITMQ_URL", rabbit.url().toString(),
                    "RABBITMQ_MANAGEMENT_URL", rabbit.managementUrl().toString()));
            assertThat(prepared).as(services.log("prepare")).isZero();
            DatabaseAddress database = DatabaseAddress.of(services.prepared("gateway", "DATABASE_URL"));
            // The first consumer of a queue is its active one.
            PreparedServices.Service active = gateway(services, "active", through(line, database));
            PreparedServices.Service other = gateway(services, "other", database);
            awaitTold(database, say(broker));

            loss.of(line);
            Instant lost = Instant.now();
            UUID event = say(broker);
            awaitTold(database, event);

            System.out.printf(
                    "a gateway's way to PostgreSQL is %s: the timeline goes on after %.1f s%n",
                    loss, Duration.between(lost, Instant.now()).toMillis() / 1_000.0);
            await().untilAsserted(() -> assertThat(waits(active)).isTrue());
            assertThat(waits(other)).isFalse();
            assertThat(broker.waitingIn("gateway.dead")).isZero();
        }
    }

    private static PreparedServices.Service gateway(PreparedServices services, String name, DatabaseAddress database)
            throws IOException {
        PreparedServices.Service gateway = services.start(
                name,
                "gateway",
                "gateway-service/target/quarkus-app",
                List.of("RABBITMQ_URL", "SECRET_KEY_BASE"),
                Map.of(
                        "DATABASE_URL", database.url().toString(),
                        "REDIS_URL", redis.url().toString()));
        await().untilAsserted(() ->
                assertThat(gateway.health()).as(services.log(name)).isEqualTo(200));
        return gateway;
    }

    private static DatabaseAddress through(ServerLine line, DatabaseAddress there) {
        return new DatabaseAddress(
                there.host(), line.port(), there.database(), there.user(), there.password(), there.options());
    }

    private static boolean waits(PreparedServices.Service gateway) {
        return gateway.metrics()
                .lines()
                .anyMatch(metric -> metric.startsWith("viva_consumer_waiting")
                        && metric.contains("queue=\"gateway.timeline\"")
                        && metric.endsWith(" 1.0"));
    }

    /** Something that a timeline tells, of an avatar of its own. */
    private static UUID say(EventTap broker) throws IOException {
        UUID id = UUID.randomUUID();
        UUID avatar = UUID.randomUUID();
        ObjectNode event = (ObjectNode) JSON.readTree(EVENT.toFile());
        event.put("id", id.toString()).put("subject", avatar.toString());
        event.withObject("data").put("avatar_id", avatar.toString());
        broker.say("match.mutual." + avatar, event.toString());
        return id;
    }

    private static void awaitTold(DatabaseAddress database, UUID event) {
        await().until(() -> isTold(database, event));
    }

    private static boolean isTold(DatabaseAddress database, UUID event) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement query = connection.prepareStatement("select 1 from timeline where event_id = ?")) {
            query.setObject(1, event);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
