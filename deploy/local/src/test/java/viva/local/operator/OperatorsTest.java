package viva.local.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.local.settings.Settings;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;

/** The database is as the gateway's own migrations make it. */
class OperatorsTest {
    private static final Path MIGRATIONS = Path.of("../../gateway-service/src/main/resources/db/migration");

    @TempDir
    Path root;

    private final PrivateRooms rooms = new PrivateRooms();
    private DatabaseAddress database;

    @BeforeEach
    void migrate() throws IOException, SQLException {
        database = rooms.database("gateway");
        List<Path> scripts;
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            scripts = files.sorted(Comparator.comparingInt(OperatorsTest::version))
                    .toList();
        }
        for (Path script : scripts) {
            execute(Files.readString(script));
        }
        execute("""
                insert into account (id, email, username, locale, timezone, password_hash, created_at, updated_at)
                  values ('00000000-0000-0000-0000-000000000001', 'ada@example.org', 'Ada', 'en', 'UTC', 'x', now(), now())""");
    }

    @AfterEach
    void drop() {
        rooms.close();
    }

    @Test
    void an_account_becomes_an_operator_whatever_the_case_of_its_name_and_is_one_no_more_when_revoked() {
        Operators operators = new Operators(database);

        assertThat(operators.grant("ada")).isTrue();
        assertThat(operators.list()).containsExactly("Ada");
        assertThat(operators.withdraw("ADA")).isTrue();
        assertThat(operators.list()).isEmpty();
    }

    @Test
    void a_name_that_no_account_has_is_not_kept_for_the_next_who_takes_it() throws SQLException {
        Operators operators = new Operators(database);

        assertThat(operators.grant("boss")).isFalse();
        execute("update account set username = 'boss'");

        assertThat(operators.list()).isEmpty();
    }

    @Test
    void the_database_is_that_of_the_world_that_runs_or_of_the_preparation() throws IOException {
        Settings settings = Settings.of(root, Map.of());
        String url = "postgres://gateway:word@127.0.0.1:5432/viva";

        assertThatThrownBy(() -> GatewayDatabase.of(settings, Optional.empty()))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("./viva up");
        assertThat(GatewayDatabase.of(
                        settings,
                        Optional.of(new ObjectMapper().readTree("{\"databases\":{\"gateway\":\"" + url + "\"}}"))))
                .isEqualTo(DatabaseAddress.of(url));
        Path room = Files.createDirectories(settings.home().resolve("rooms/gateway"));
        Files.writeString(room.resolve("DATABASE_URL"), url + "\n");
        assertThat(GatewayDatabase.of(settings, Optional.empty())).isEqualTo(DatabaseAddress.of(url));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int version(Path script) {
        return Integer.parseInt(script.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
    }
}
