package viva.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.local.settings.Settings;
import viva.platform.servers.Ports;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;

class GivenServersTest {
    private static final OwnServers SERVERS = new OwnServers("doctor");
    private static DatabaseAddress postgres;
    private static URI redis;
    private static RabbitServer rabbit;

    @TempDir
    Path root;

    @BeforeAll
    static void start() {
        postgres = SERVERS.postgres().admin();
        redis = SERVERS.redis().url();
        rabbit = SERVERS.rabbitmq();
    }

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @Test
    void without_given_servers_there_is_nothing_to_find() {
        assertThat(look(Map.of())).isEmpty();
    }

    @Test
    void servers_that_answer_are_fine() {
        assertThat(look(Map.of(
                        "DATABASE_URL", postgres.url().toString(),
                        "REDIS_URL", redis.toString(),
                        "RABBITMQ_URL", rabbit.url().toString(),
                        "RABBITMQ_MANAGEMENT_URL", rabbit.managementUrl().toString())))
                .hasSize(4)
                .allMatch(Finding.Fine.class::isInstance);
    }

    @Test
    void a_server_that_does_not_answer_is_named_and_no_password_is_repeated() {
        String nobody = "127.0.0.1:" + Ports.free();

        assertThat(look(Map.of(
                        "DATABASE_URL", "postgres://somebody:verysecret@" + nobody + "/viva",
                        "REDIS_URL", "redis://:verysecret@" + nobody + "/0")))
                .hasSize(2)
                .allMatch(Finding.Broken.class::isInstance)
                .allMatch(finding -> finding.found().contains(nobody))
                .noneMatch(finding -> finding.toString().contains("verysecret"));
    }

    @Test
    void without_its_model_server_a_world_runs_all_the_same() {
        assertThat(look(Map.of("NIM_BASE_URL", "http://127.0.0.1:" + Ports.free() + "/v1")))
                .singleElement()
                .isInstanceOf(Finding.Weak.class);
    }

    @Test
    void a_refused_login_is_told() {
        String wrong = postgres.as("nobody", "verysecret").url().toString();

        assertThat(look(Map.of("DATABASE_URL", wrong)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Broken.class,
                        broken -> assertThat(broken.found()).contains("nobody").doesNotContain("verysecret"));
    }

    @Test
    void a_broker_that_knows_us_as_somebody_less_is_worth_a_word() {
        URI less = new BrokerRooms(rabbit.url()).as("somebody", "less");

        assertThat(look(Map.of(
                        "RABBITMQ_URL", less.toString(),
                        "RABBITMQ_MANAGEMENT_URL",
                                rabbit.managementUrl().toString().replaceFirst("//[^@]*@", "//somebody:less@"))))
                .filteredOn(Finding.Weak.class::isInstance)
                .extracting(Finding::matter)
                .containsExactly("RabbitMQ's users");
    }

    @Test
    void clocks_that_differ_are_told() {
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        Settings settings =
                Settings.of(root, Map.of("DATABASE_URL", postgres.url().toString()));

        assertThat(new GivenServers(settings, InstantSource.fixed(tomorrow)).look())
                .filteredOn(Finding.Weak.class::isInstance)
                .extracting(Finding::matter)
                .containsExactly("PostgreSQL's clock");
    }

    @Test
    void what_is_no_address_is_told() {
        assertThat(look(Map.of("DATABASE_URL", "mysql://x"))).singleElement().isInstanceOf(Finding.Broken.class);
        assertThat(look(Map.of("DATABASE_URL", "mysql://x", "REDIS_URL", "localhost", "NIM_BASE_URL", "x y")))
                .hasSize(3)
                .allMatch(Finding.Broken.class::isInstance);
    }

    private List<Finding> look(Map<String, String> environment) {
        return new GivenServers(Settings.of(root, environment), InstantSource.system()).look();
    }
}
