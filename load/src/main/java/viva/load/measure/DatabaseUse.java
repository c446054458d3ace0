package viva.load.measure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import viva.platform.servers.ServerFailure;

/**
 * PostgreSQL's own counters.
 *
 * @param counters commits, rows inserted, updated and deleted, of the updates of minds those that touched no index ({@code mind_hot}), conversations
 *     begun, bytes of the log, full pages in it, {@code rows <service>.<table>} for rows written to each table of the services, and
 *     {@code messages <service>} for those that went through its outbox
 * @param waits what the connections that work wait for at this moment
 */
public record DatabaseUse(Map<String, Double> counters, Map<String, Integer> waits) {
    private static final String DATABASE =
            "SELECT xact_commit AS commits, tup_inserted AS inserted, tup_updated AS updated, tup_deleted AS deleted "
                    + "FROM pg_stat_database WHERE datname = current_database()";
    private static final String LOG = "SELECT wal_bytes, wal_fpi, wal_records FROM pg_stat_wal";
    private static final String MIND =
            "SELECT n_tup_upd AS mind_updated, n_tup_hot_upd AS mind_hot, autovacuum_count AS mind_vacuums "
                    + "FROM pg_stat_all_tables WHERE schemaname = 'life' AND relname = 'mind'";
    private static final String TALKS = "SELECT coalesce(sum(n_tup_ins), 0) AS conversations FROM pg_stat_all_tables "
            + "WHERE schemaname = 'life' AND relname = 'encounter'";
    private static final String TABLES =
            "SELECT 'rows ' || schemaname || '.' || relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_user_tables "
                    + "WHERE n_tup_ins + n_tup_upd + n_tup_del > 0 "
                    + "UNION ALL SELECT 'messages ' || schemaname, n_tup_ins FROM pg_stat_user_tables WHERE relname = 'outbox'";
    private static final String WAITS =
            "SELECT coalesce(wait_event_type || ':' || wait_event, 'working'), count(*) FROM pg_stat_activity "
                    + "WHERE datname = current_database() AND state IN ('active', 'idle in transaction') "
                    + "AND pid <> pg_backend_pid() GROUP BY 1";

    public DatabaseUse {
        counters = Map.copyOf(counters);
        waits = Map.copyOf(waits);
    }

    public static DatabaseUse of(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, Double> counters = new TreeMap<>();
            for (String question : new String[] {DATABASE, LOG, MIND, TALKS}) {
                readRow(statement, question, counters);
            }
            Map<String, Integer> waits = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    counters.put(rows.getString(1), rows.getDouble(2));
                }
            }
            try (ResultSet rows = statement.executeQuery(WAITS)) {
                while (rows.next()) {
                    waits.put(rows.getString(1), rows.getInt(2));
                }
            }
            return new DatabaseUse(counters, waits);
        } catch (SQLException e) {
            throw new ServerFailure("PostgreSQL does not tell its counters: " + e.getMessage(), e);
        }
    }

    private static void readRow(Statement statement, String question, Map<String, Double> into) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            if (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    into.put(row.getMetaData().getColumnLabel(i), row.getDouble(i));
                }
            }
        }
    }

    double counter(String name) {
        return counters.getOrDefault(name, 0.0);
    }

    /** Rows inserted, updated or deleted. */
    public double rows() {
        return counter("inserted") + counter("updated") + counter("deleted");
    }
}
