package viva.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;

class PreparationTest {
    private static final OwnServers SERVERS = new OwnServers("preparation");
    private static RabbitServer rabbit;
    private static DatabaseAddress postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        rabbit = SERVERS.rabbitmq();
        postgres = SERVERS.postgres().admin();
    }

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @Test
    void every_service_gets_a_room_with_addresses_that_work_also_the_second_time() throws Exception {
        prepare(Map.of("VIVA_ROOMS", folder.toString()));
        String before = room("life", "DATABASE_URL");

        prepare(Map.of("VIVA_ROOMS", folder.toString()));

        assertThat(room("life", "DATABASE_URL")).isEqualTo(before);
        for (String service : Preparation.SERVICES) {
            assertThat(searchPath(room(service, "DATABASE_URL"))).isEqualTo(service);
            assertThat(exchanges(room(service, "RABBITMQ_URL"))).isTrue();
        }
        assertThat(room("gateway", "SECRET_KEY_BASE").strip()).hasSize(96);
        String key = room("avatar", "VIVA_INTERNAL_KEY");
        assertThat(key.strip()).hasSizeGreaterThan(40);
        assertThat(List.of(room("life", "VIVA_INTERNAL_KEY"), room("llm", "VIVA_INTERNAL_KEY")))
                .containsOnly(key);
    }

    @Test
    void addresses_that_are_given_are_used_and_written_nowhere() throws Exception {
        Map<String, String> given = new HashMap<>();
        for (String service : Preparation.SERVICES) {
            String upper = service.toUpperCase(Locale.ROOT);
            Path file = folder.resolve(service + ".url");
            Files.writeString(file, postgres.as(service, "p@ss of " + service).url() + "\n");
            given.put(upper + "_DATABASE_URL_FILE", file.toString());
            given.put(
                    upper + "_RABBITMQ_URL",
                    "amqp://%s:word%%2F1@127.0.0.1:%d/%%2F"
                            .formatted(service, rabbit.url().getPort()));
        }

        prepare(given);

        for (String service : Preparation.SERVICES) {
            assertThat(searchPath(
                            Files.readString(folder.resolve(service + ".url")).strip()))
                    .isEqualTo(service);
            assertThat(exchanges(given.get(service.toUpperCase(Locale.ROOT) + "_RABBITMQ_URL")))
                    .isTrue();
        }
        assertThat(folder.toFile().list()).hasSize(Preparation.SERVICES.size());
    }

    @Test
    void a_user_of_another_name_is_refused_without_repeating_the_address() {
        assertThatThrownBy(() -> prepare(Map.of(
                        "VIVA_ROOMS",
                        folder.toString(),
                        "LIFE_DATABASE_URL",
                        "postgres://someone:hidden@127.0.0.1/viva")))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("LIFE_DATABASE_URL must be for the user life, not someone");
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> prepare(Map.of())).hasMessage("AVATAR_DATABASE_URL is missing, and so is VIVA_ROOMS");
        assertThatThrownBy(() -> new Preparation(new Given(name -> null), line -> {}).run())
                .hasMessage("DATABASE_URL (or DATABASE_URL_FILE) is missing");
        assertThatThrownBy(() -> prepare(Map.of("VIVA_ROOMS_FILE", "/nowhere/rooms")))
                .hasMessage("Cannot read /nowhere/rooms, which VIVA_ROOMS_FILE names");
    }

    private static void prepare(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DATABASE_URL", postgres.url().toString());
        environment.put("RABBITMQ_URL", rabbit.url().toString());
        environment.put("RABBITMQ_MANAGEMENT_URL", rabbit.managementUrl().toString());
        new Preparation(new Given(environment::get), line -> {}).run();
    }

    private String room(String service, String name) throws IOException {
        return Files.readString(folder.resolve(service).resolve(name)).strip();
    }

    private static String searchPath(String url) throws Exception {
        try (var connection = DatabaseAddress.of(url).dataSource().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select current_schema()")) {
            result.next();
            return result.getString(1);
        }
    }

    private static boolean exchanges(String url) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(url);
        try (Connection connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.exchangeDeclarePassive("viva.events");
            return connection.isOpen();
        }
    }
}
