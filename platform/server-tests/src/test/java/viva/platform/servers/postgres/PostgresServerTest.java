package viva.platform.servers.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    Path folder;

    @Test
    void data_survive_a_restart_in_a_folder_with_a_space() throws SQLException {
        Path home = folder.resolve("my world");
        try (PostgresServer server = new PostgresServer(home, 0, Durability.KEEP)) {
            server.start();
            execute(server.admin(), "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        try (PostgresServer again = new PostgresServer(home, 0, Durability.KEEP)) {
            again.start();

            assertThat(ask(again.admin(), "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(ask(again.admin(), "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void a_leftover_of_a_killed_launcher_is_stopped_and_its_data_kept() throws SQLException {
        PostgresServer leftover = new PostgresServer(folder, 0, Durability.FORGET);
        leftover.start();
        execute(leftover.admin(), "CREATE TABLE kept AS SELECT 42 AS answer");

        try (PostgresServer successor = new PostgresServer(folder, 0, Durability.FORGET)) {
            successor.start();

            assertThat(leftover.isRunning()).isFalse();
            assertThat(ask(successor.admin(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void only_the_generated_password_opens_it_and_only_the_owner_can_read_it() throws Exception {
        try (PostgresServer server = new PostgresServer(folder, 0, Durability.FORGET)) {
            server.start();

            assertThatThrownBy(() -> execute(server.admin().as("viva_admin", "guess"), "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_service_sees_its_own_schema_only() throws SQLException {
        try (PostgresServer server = new PostgresServer(folder, 0, Durability.FORGET)) {
            server.start();
            DatabaseAddress database = new Schemas(server.admin()).createDatabase("viva");
            Schemas schemas = new Schemas(database);
            DatabaseAddress life = schemas.provide("life", "life", "secret of life");
            DatabaseAddress avatar = schemas.provide("avatar", "avatar", "secret of avatar");

            execute(life, "CREATE TABLE mind (id int)");

            assertThat(ask(life, "SELECT count(*) FROM life.mind")).isEqualTo("0");
            assertThatThrownBy(() -> ask(avatar, "SELECT count(*) FROM life.mind"))
                    .hasMessageContaining("permission denied");
            assertThat(schemas.provide("life", "life", "another")).isEqualTo(life.as("life", "another"));
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
