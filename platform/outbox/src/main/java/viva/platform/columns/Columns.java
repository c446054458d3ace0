package viva.platform.columns;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a statement for many rows: each travels as one array, and {@code unnest} makes rows of them again. Name, type and value of a
 * column stand in one line. Values may be null. Immutable.
 *
 * @param <T> what a row is made of
 */
public final class Columns<T> {
    private final List<Column<T>> all;

    private Columns(List<Column<T>> all) {
        this.all = all;
    }

    /** @param selected as it stands in a select list */
    private record Column<T>(String name, String type, String selected, Function<List<T>, Object> array) {}

    /** No columns yet. */
    public Columns() {
        this(List.of());
    }

    public Columns<T> uuid(String name, Function<T, UUID> value) {
        return with(name, "uuid", value, UUID[]::new);
    }

    public Columns<T> text(String name, Function<T, String> value) {
        return with(name, "text", value, String[]::new);
    }

    /** A column of type {@code jsonb}, of texts. */
    public Columns<T> jsonb(String name, Function<T, String> value) {
        return cast(name, "jsonb", value);
    }

    /** A column of another type, of the texts that it is written as, such as {@code real[]}. */
    public Columns<T> cast(String name, String type, Function<T, String> value) {
        return and(new Column<>(name, "text", name + "::" + type, rows -> array(rows, value, String[]::new)));
    }

    public Columns<T> smallint(String name, Function<T, Short> value) {
        return with(name, "smallint", value, Short[]::new);
    }

    public Columns<T> bigint(String name, Function<T, Long> value) {
        return with(name, "bigint", value, Long[]::new);
    }

    public Columns<T> real(String name, Function<T, Float> value) {
        return with(name, "real", value, Float[]::new);
    }

    public Columns<T> float8(String name, Function<T, Double> value) {
        return with(name, "float8", value, Double[]::new);
    }

    public Columns<T> bool(String name, Function<T, Boolean> value) {
        return with(name, "boolean", value, Boolean[]::new);
    }

    public Columns<T> date(String name, Function<T, LocalDate> value) {
        return with(name, "date", value, LocalDate[]::new);
    }

    public Columns<T> timestamptz(String name, Function<T, Instant> value) {
        return with(name, "timestamptz", row -> utc(value.apply(row)), OffsetDateTime[]::new);
    }

    public Columns<T> bytea(String name, Function<T, byte[]> value) {
        return with(name, "bytea", row -> buffer(value.apply(row)), Buffer[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Buffer buffer(byte[] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private <V> Columns<T> with(String name, String type, Function<T, V> value, IntFunction<V[]> array) {
        return and(new Column<>(name, type, name, rows -> array(rows, value, array)));
    }

    private Columns<T> and(Column<T> next) {
        List<Column<T>> more = new ArrayList<>(all);
        more.add(next);
        return new Columns<>(List.copyOf(more));
    }

    private static <T, V> V[] array(List<T> rows, Function<T, V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** The names of the columns: {@code a, b}. */
    public String names() {
        return all.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** The values of the columns, in the types of a table: {@code a, b::jsonb}. */
    public String values() {
        return all.stream().map(Column::selected).collect(Collectors.joining(", "));
    }

    /** The rows as a table: {@code unnest($2::uuid[], $3::text[]) as rows (a, b)}; {@code before} parameters come before them. */
    public String rows(int before) {
        return arrays(before) + " as rows (" + names() + ")";
    }

    private String arrays(int before) {
        return IntStream.range(0, all.size())
                .mapToObj(index ->
                        "$" + (before + index + 1) + "::" + all.get(index).type() + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /**
     * An insert of all rows in their order, with one more column that is the same for all and the first parameter:
     * {@code insert into t (shard_id, a) select $1, a from … order by …}.
     */
    public String insertInto(String table, String common) {
        return "insert into " + table + " (" + common + ", " + names() + ") select $1, " + values() + " from "
                + arrays(1) + " with ordinality as rows (" + names() + ", nth) order by nth";
    }

    /** Executes a statement over these rows; without rows it is not sent. {@code before} are its parameters before them. */
    public Uni<Void> execute(SqlClient client, String sql, Collection<T> rows, Object... before) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(sql).execute(tuple(rows, before)).replaceWithVoid();
    }

    /** The parameters of a statement over these rows. */
    public Tuple tuple(Collection<T> rows, Object... before) {
        List<T> ordered = List.copyOf(rows);
        Tuple tuple = Tuple.tuple();
        for (Object parameter : before) {
            tuple.addValue(parameter);
        }
        all.forEach(column -> tuple.addValue(column.array().apply(ordered)));
        return tuple;
    }
}
