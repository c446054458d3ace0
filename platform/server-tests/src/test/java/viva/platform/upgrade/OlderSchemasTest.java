package viva.platform.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;

/**
 * The schemas of the services as they were before inboxes had slots, with rows in every table, are migrated and keep them. That of the life
 * service has a test of its own, which asks for yesterday.
 */
class OlderSchemasTest {
    /** A table's rows as {@code pg_dump} writes them. */
    private static final Pattern COPY = Pattern.compile("(COPY (\\w+) [^;]+);\n(.*?)\\\\\\.\n", Pattern.DOTALL);

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final String PLATFORM = "classpath:db/platform";

    private final PrivateRooms rooms = new PrivateRooms();

    @AfterEach
    void leave() {
        rooms.close();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway,gateway-service,3",
        "avatar,avatar-service/app,4",
        "relationship,relationship-service/app,1",
        "matchmaker,matchmaker-service/app,1",
        "llm,llm-service/app,1"
    })
    void rows_of_the_older_schema_are_all_there_after_the_migrations(String service, String module, String version)
            throws Exception {
        DatabaseAddress database = rooms.database(service);
        String own = "filesystem:" + REPOSITORY.resolve(module).resolve("src/main/resources/db/migration");
        migrate(database, "0.2", PLATFORM);
        migrate(database, version, own);
        try (Connection connection = database.dataSource().getConnection()) {
            Map<String, Integer> before = load(connection, service);
            assertThat(before).hasSizeGreaterThan(3);

            migrate(database, "latest", PLATFORM, own);

            for (Map.Entry<String, Integer> table : before.entrySet()) {
                assertThat(count(connection, table.getKey()))
                        .as("%s: a migration may say something, and keeps all that was there", table.getKey())
                        .isGreaterThanOrEqualTo(table.getValue());
            }
        }
    }

    private static void migrate(DatabaseAddress database, String target, String... locations) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations(locations)
                .target(target)
                .outOfOrder(true)
                .validateOnMigrate(false)
                .load()
                .migrate();
    }

    /** How many rows each table has. */
    private static Map<String, Integer> load(Connection connection, String service) throws SQLException, IOException {
        Map<String, Integer> rows = new TreeMap<>();
        try (InputStream recorded = OlderSchemasTest.class.getResourceAsStream("/older-world/" + service + ".copy")) {
            Matcher tables = COPY.matcher(new String(recorded.readAllBytes(), StandardCharsets.UTF_8));
            while (tables.find()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(tables.group(1), new StringReader(tables.group(3)));
                rows.put(tables.group(2), count(connection, tables.group(2)));
            }
        }
        return rows;
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
