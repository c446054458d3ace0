package viva.local.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.local.service.ServiceName;
import viva.platform.servers.ServerFailure;

class SettingsTest {
    @TempDir
    Path root;

    @Test
    void a_file_may_have_comments_quotes_and_export() throws IOException {
        Map<String, String> read = dotEnv("""
                # a comment
                PLAIN = value # why
                export QUOTED="two words # and no comment"
                SINGLE='x=y'
                EMPTY=
                PLAIN=the last one wins
                """);

        assertThat(read)
                .isEqualTo(Map.of(
                        "PLAIN",
                        "the last one wins",
                        "QUOTED",
                        "two words # and no comment",
                        "SINGLE",
                        "x=y",
                        "EMPTY",
                        ""));
    }

    @Test
    void a_world_of_its_own_shares_no_server_and_asks_no_model() {
        Settings settings = Settings.of(
                root,
                Map.of(
                        "DATABASE_URL", "postgres://a:b@elsewhere/viva",
                        "RABBITMQ_URL_FILE", "/run/secrets/broker",
                        "NVIDIA_API_KEY", "nvapi-x",
                        "PORT", "80",
                        "LIFE_HEAP_MB", "300"));

        Settings alone = settings.alone(root.resolve("apart"), 12_000);

        assertThat(alone.where(name -> true))
                .isEqualTo(Map.of(
                        "LIFE_HEAP_MB",
                        "300",
                        "VIVA_HOME",
                        root.resolve("apart").toString(),
                        "VIVA_PORT_BASE",
                        "12000"));
    }

    @Test
    void a_malformed_line_is_named_by_its_number_and_not_repeated() {
        assertThatThrownBy(() -> dotEnv("GOOD=1\nsecret words\n"))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("secret words");
    }

    @Test
    void the_environment_wins_over_the_file_and_empty_counts_as_absent() throws IOException {
        Files.writeString(root.resolve(".env"), "A=file\nB=file\nC=\n");

        Settings settings = Settings.of(root, Map.of("A", "environment"));

        assertThat(settings.get("A")).contains("environment");
        assertThat(settings.get("B")).contains("file");
        assertThat(settings.get("C")).isEmpty();
    }

    @Test
    void a_value_may_stand_in_a_file() throws IOException {
        Path file = Files.writeString(root.resolve("address"), "amqp://me:word@broker/%2F\n");

        assertThat(with("RABBITMQ_URL_FILE", file.toString()).server("RABBITMQ_URL"))
                .contains(URI.create("amqp://me:word@broker/%2F"));
        assertThatThrownBy(() -> with("DATABASE_URL_FILE", "/nowhere/address").database())
                .hasMessage("Cannot read /nowhere/address, which DATABASE_URL_FILE names");
    }

    @Test
    void the_home_is_in_the_repository_unless_it_is_absolute() {
        assertThat(with("VIVA_HOME", "").home()).isEqualTo(root.resolve(".viva"));
        assertThat(with("VIVA_HOME", "worlds/a b").home()).isEqualTo(root.resolve("worlds/a b"));
        assertThat(with("VIVA_HOME", "/elsewhere").home()).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void a_port_out_of_range_is_refused_by_name() {
        assertThatThrownBy(() -> with("VIVA_PORT_BASE", "70000").portBase())
                .hasMessage("VIVA_PORT_BASE must be in [1,65000]: 70000");
        assertThatThrownBy(() -> with("VIVA_PORT_BASE", "many").portBase()).hasMessageContaining("must be a number");
    }

    @Test
    void a_service_may_have_another_heap_within_limits() {
        assertThat(with("LIFE_HEAP_MB", "2900").heapMegabytes(ServiceName.LIFE)).isEqualTo(2_900);
        assertThat(with("LIFE_HEAP_MB", "2900").heapMegabytes(ServiceName.AVATAR))
                .isEqualTo(256);
        assertThatThrownBy(() -> with("LIFE_HEAP_MB", "8").heapMegabytes(ServiceName.LIFE))
                .hasMessage("LIFE_HEAP_MB must be in [64,65536]: 8");
    }

    @Test
    void a_database_may_be_named_in_the_original_scheme() {
        assertThat(with("DATABASE_URL", "ecto://me:p%40ss@db.example/viva")
                        .database()
                        .orElseThrow())
                .hasToString("postgres://me@db.example:5432/viva")
                .matches(address -> address.password().equals("p@ss"));
        assertThatThrownBy(
                        () -> with("DATABASE_URL", "mysql://me:hidden@db/viva").database())
                .hasMessageStartingWith("DATABASE_URL must look like")
                .hasMessageNotContaining("hidden");
    }

    private Settings with(String name, String value) {
        return Settings.of(root, Map.of(name, value));
    }

    private Map<String, String> dotEnv(String text) throws IOException {
        Path file = root.resolve(".env");
        Files.writeString(file, text);
        return DotEnv.read(file);
    }
}
