package viva.life.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.TimescaleServer;

/** A database that has the package TimescaleDB, with the role {@code life}, which may not create extensions, and its empty schema. */
final class TimescaleDatabase {
    private static TimescaleServer server;

    private final DatabaseAddress admin;

    private TimescaleDatabase(DatabaseAddress admin) {
        this.admin = admin;
    }

    /** A database that nobody has used before; the server is shared by all tests of this JVM. */
    static synchronized TimescaleDatabase create(String name) throws SQLException {
        if (server == null) {
            server = TimescaleServer.start(Path.of("src/test/timescale"));
        }
        TimescaleDatabase created = new TimescaleDatabase(server.admin(name));
        created.run("CREATE ROLE life LOGIN");
        created.run("CREATE SCHEMA life AUTHORIZATION life");
        return created;
    }

    /** As an administrator does, or an image of the database. */
    void createExtension() throws SQLException {
        run("CREATE EXTENSION timescaledb WITH SCHEMA public");
    }

    /** As the deployment guide says. */
    void takeOver() throws SQLException {
        run("SELECT life.use_timescaledb()");
    }

    void empty() throws SQLException {
        run("DROP SCHEMA life CASCADE");
        run("CREATE SCHEMA life AUTHORIZATION life");
    }

    DatabaseAddress life() {
        return admin.as("life", "none");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = admin.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the scheduler of TimescaleDB does every few minutes. */
    static void runJobs(HistoryTables tables) {
        List<String> jobs = tables.texts("SELECT job_id::text FROM timescaledb_information.jobs "
                + "WHERE hypertable_schema = 'life' OR proc_name LIKE 'policy_refresh%' ORDER BY job_id");
        jobs.forEach(job -> tables.run("CALL public.run_job(" + job + ")"));
    }
}
