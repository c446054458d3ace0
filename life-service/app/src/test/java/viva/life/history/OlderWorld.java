package viva.life.history;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;
import viva.platform.testkit.TestTokens;

/**
 * Gives a {@code @QuarkusTest} the database of a life service of before journals and samples carried the version of the model, as it was left
 * yesterday: {@code older-world/life.copy}, recorded from the running service at its migration 9. The service migrates it as it starts.
 */
public final class OlderWorld implements QuarkusTestResourceLifecycleManager {
    /** A table's rows as {@code pg_dump} writes them. */
    private static final Pattern COPY = Pattern.compile("(COPY [^;]+);\n(.*?)\\\\\\.\n", Pattern.DOTALL);

    /** Every instant is moved on, so that the last of them was a day ago, whenever the test runs. */
    private static final String YESTERDAY = """
            DO $$
            DECLARE
              way interval := now() - interval '1 day' - (SELECT max(applied_at) FROM journal);
              moved record;
            BEGIN
              FOR moved IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()
                  AND data_type = 'timestamp with time zone' AND table_name IN (SELECT relname FROM pg_class
                  WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace) AND table_name <> 'flyway_schema_history' LOOP
                EXECUTE format('UPDATE %I SET %I = %I + $1', moved.table_name, moved.column_name, moved.column_name) USING way;
              END LOOP;
              PERFORM setval(pg_get_serial_sequence('journal', 'seq'), (SELECT max(seq) FROM journal));
            END $$""";

    private final PrivateRooms rooms = new PrivateRooms();

    @Override
    public Map<String, String> start() {
        DatabaseAddress database = rooms.database("life");
        migrate(database, "classpath:db/platform", "0.2");
        migrate(database, "classpath:db/migration", "9");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            load(connection);
            statement.execute(YESTERDAY);
        } catch (SQLException e) {
            throw new IllegalStateException("the older world cannot be loaded", e);
        }
        Map<String, String> settings = new HashMap<>(TestTokens.verification());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.reactive.url", database.reactiveUrl());
        settings.put("quarkus.datasource.username", database.user());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("viva.messaging.url", rooms.broker().toString());
        return settings;
    }

    private static void migrate(DatabaseAddress database, String location, String target) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations(location)
                .target(target)
                .validateOnMigrate(false)
                .load()
                .migrate();
    }

    private static void load(Connection connection) throws SQLException {
        try (InputStream recorded = OlderWorld.class.getResourceAsStream("/older-world/life.copy");
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM clock_line");
            Matcher tables = COPY.matcher(new String(recorded.readAllBytes(), StandardCharsets.UTF_8));
            while (tables.find()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(tables.group(1), new StringReader(tables.group(2)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        rooms.close();
    }
}
