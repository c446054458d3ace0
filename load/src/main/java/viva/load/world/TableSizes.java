package viva.load.world;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.DatabaseAddress;

/** Live rows and bytes of the tables of one service, counted with its own role. */
final class TableSizes {
    /** Partitions, and the chunks of hypertables, count for what they are parts of. */
    private static final String TABLES = "SELECT c.relname::text, (WITH RECURSIVE part (id) AS (SELECT c.oid UNION ALL "
            + "SELECT i.inhrelid FROM pg_inherits i JOIN part ON i.inhparent = part.id) "
            + "SELECT sum(pg_total_relation_size(id)) FROM part)::float8 FROM pg_class c "
            + "WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition";

    private static final int LIMIT_SECONDS = 30;

    private TableSizes() {}

    /** @param rows without dead and uncommitted ones */
    record Size(long rows, double bytes) {}

    static Map<String, Size> of(DatabaseAddress database) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LIMIT_SECONDS);
            Map<String, Double> bytes = new TreeMap<>();
            try (ResultSet tables = statement.executeQuery(TABLES)) {
                while (tables.next()) {
                    bytes.put(tables.getString(1), tables.getDouble(2));
                }
            }
            Map<String, Size> sizes = new TreeMap<>();
            for (Map.Entry<String, Double> table : bytes.entrySet()) {
                sizes.put(table.getKey(), new Size(count(statement, table.getKey()), table.getValue()));
            }
            return sizes;
        } catch (SQLException e) {
            throw new ServerFailure("PostgreSQL does not count the rows of " + database + ": " + e.getMessage(), e);
        }
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT count(*) FROM " + statement.enquoteIdentifier(table, true))) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
