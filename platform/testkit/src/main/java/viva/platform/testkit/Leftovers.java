package viva.platform.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Looks through every table that a role can see, all of its columns written as text: bytes are in hexadecimal digits there. */
public final class Leftovers {
    private static final String TABLES = """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
             where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """;

    private Leftovers() {}

    /** The forms in which an id can stand in a row: as a UUID or in a document, and among bytes. */
    public static List<String> formsOf(UUID id) {
        return List.of(id.toString(), id.toString().replace("-", ""));
    }

    /** How many rows of which tables have one of these texts in them; tables without any are left out. */
    public static Map<String, Long> in(Connection database, List<String> texts) throws SQLException {
        Map<String, Long> found = new TreeMap<>();
        for (String table : tables(database)) {
            for (String text : texts) {
                long rows = count(database, table, text);
                if (rows > 0) {
                    found.merge(table, rows, Long::sum);
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static long count(Connection database, String table, String text) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("select count(*) from " + table + " as t where strpos(t::text, ?) > 0")) {
            statement.setString(1, text);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
