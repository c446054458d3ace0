package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;
import viva.platform.testkit.TestServers;

/** The migrations of the life service in PostgreSQL alone. */
class MigrationsTest {
    /** A package named TimescaleDB that ends the connection which creates it, as the real one does when it is not preloaded. */
    private static final Path NOT_PRELOADED =
            Path.of("src/test/timescale/package").toAbsolutePath();

    /** What databases have noted that ran them: a migration that was released is not edited, but followed by another one. */
    private static final Map<String, Integer> CHECKSUMS = Map.ofEntries(
            Map.entry("0.1", 1_006_597_130),
            Map.entry("0.2", -1_199_884_848),
            Map.entry("1", 1_010_976_343),
            Map.entry("2", 899_117_858),
            Map.entry("3", -1_993_344_462),
            Map.entry("4", -1_203_342_281),
            Map.entry("5", -216_181_776),
            Map.entry("6", 1_437_097_780),
            Map.entry("7", -1_126_327_912),
            Map.entry("8", -750_141_536),
            Map.entry("9", 194_406_711));

    private final PrivateRooms rooms = new PrivateRooms();
    private final DatabaseAddress life = rooms.database("life");

    @AfterEach
    void leave() {
        rooms.close();
    }

    @Test
    void migrations_are_those_that_databases_have_run() {
        Flyway flyway = HistoryTables.flyway(life).load();
        flyway.migrate();

        Map<String, Integer> applied = new HashMap<>();
        Arrays.stream(flyway.info().applied())
                .forEach(migration -> applied.put(migration.getVersion().getVersion(), migration.getChecksum()));

        assertThat(applied).containsAllEntriesOf(CHECKSUMS);
    }

    @Test
    void a_package_that_is_not_preloaded_is_left_alone() throws SQLException {
        DatabaseAddress admin =
                DatabaseAddress.of(TestServers.postgres().toString()).in(life.database());
        run(admin, "GRANT CREATE ON DATABASE %s TO %s".formatted(life.database(), life.user()));
        run(
                admin,
                "ALTER DATABASE %s SET extension_control_path = '%s:$system'"
                        .formatted(life.database(), NOT_PRELOADED));
        assertThatThrownBy(() -> run(life, "CREATE EXTENSION timescaledb"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        fatal -> assertThat(fatal.getSQLState()).isEqualTo("57P01"));

        HistoryTables.flyway(life).load().migrate();

        try (Connection connection = life.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet kinds = statement.executeQuery(
                        "SELECT string_agg(relkind::text, '') FROM pg_class WHERE oid IN "
                                + "('message'::regclass, 'mind_sample'::regclass, 'mind_hour'::regclass, 'mind_day'::regclass)")) {
            assertThat(kinds.next()).isTrue();
            assertThat(kinds.getString(1)).isEqualTo("rrrr");
        }
    }

    private static void run(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
