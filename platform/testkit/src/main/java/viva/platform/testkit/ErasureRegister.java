package viva.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of {@code docs/erasure.md}, which lists everything that may know an avatar, an account or what was said. */
public final class ErasureRegister {
    private static final Path DOCUMENT = Path.of("docs/erasure.md");

    /** Migrations are Flyway's own business, and partitions have the columns of the table that they are part of. */
    private static final String TABLES = """
            from pg_class t join pg_namespace s on s.oid = t.relnamespace
             where s.nspname = current_schema() and t.relkind in ('r', 'p') and not t.relispartition
               and t.relname <> 'flyway_schema_history'
            """;

    /** Whatever type can hold an id or words. */
    private static final String COLUMNS = """
            select c.table_name, c.column_name from information_schema.columns c
             where c.table_schema = current_schema() and c.table_name in (select t.relname %s)
               and (c.data_type in ('uuid', 'text', 'character varying', 'json', 'jsonb', 'bytea', 'inet')
                 or c.udt_name in ('_uuid', '_text', '_varchar'))
            """.formatted(TABLES);

    private ErasureRegister() {}

    /** What the document lists for a service: columns by table. */
    public static Map<String, Set<String>> documented(String service) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String line : read().split("\n", -1)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > 4
                    && (cells[1].strip().equals(service) || cells[1].strip().equals("all"))) {
                Set<String> columns = new TreeSet<>(
                        Arrays.asList(cells[3].replace("`", "").strip().split(", ", -1)));
                columns.remove("none");
                found.put(cells[2].replace("`", "").strip(), columns);
            }
        }
        return found;
    }

    /** What there is in the schema of a role: columns that can hold an id or words, by table. */
    public static Map<String, Set<String>> existing(Connection database) throws SQLException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String table : tables(database)) {
            found.put(table, new TreeSet<>());
        }
        try (PreparedStatement statement = database.prepareStatement(COLUMNS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getString(1), table -> new TreeSet<>())
                        .add(rows.getString(2));
            }
        }
        return found;
    }

    private static Set<String> tables(Connection database) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (PreparedStatement statement = database.prepareStatement("select t.relname " + TABLES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** The text of the document. */
    public static String read() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(DOCUMENT))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("there is no " + DOCUMENT);
        }
        try {
            return Files.readString(folder.resolve(DOCUMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
