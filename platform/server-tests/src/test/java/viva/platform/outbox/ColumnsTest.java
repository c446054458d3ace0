package viva.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import viva.platform.columns.Columns;

class ColumnsTest {
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00.123456Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-30");

    private static final Columns<Integer> EVERYTHING = new Columns<Integer>()
            .bigint("number", Integer::longValue)
            .uuid("id", row -> row == 0 ? null : ID)
            .text("words", row -> row == 0 ? null : "it's \"{a,b}\"")
            .jsonb("document", row -> row == 0 ? null : "{\"a\": [1, null]}")
            .cast("list", "real[]", row -> row == 0 ? null : "{1,2.5}")
            .smallint("small", row -> row == 0 ? null : Short.valueOf((short) 7))
            .real("single", row -> row == 0 ? null : Float.valueOf(.25f))
            .float8("double", row -> row == 0 ? null : Double.valueOf(.1))
            .bool("flag", row -> row == 0 ? null : Boolean.TRUE)
            .date("day", row -> row == 0 ? null : DAY)
            .timestamptz("at", row -> row == 0 ? null : NOON)
            .bytea("bytes", row -> row == 0 ? null : new byte[] {0, 1, -1});

    private static OutboxWorld world;

    @BeforeAll
    static void a_table_of_every_type() {
        world = new OutboxWorld("columns");
        run(
                "create table everything (nth bigint generated always as identity, shard smallint, number bigint, id uuid, words text, "
                        + "document jsonb, list real[], small smallint, single real, double float8, flag boolean, day date, at timestamptz, "
                        + "bytes bytea)");
    }

    @AfterAll
    static void stopServers() {
        world.close();
    }

    private static void run(String sql) {
        world.pool().query(sql).execute().await().atMost(OutboxWorld.LONG);
    }

    @Test
    void every_type_and_every_null_arrives_and_rows_keep_their_order() {
        String insert = EVERYTHING.insertInto("everything", "shard");

        EVERYTHING.execute(world.pool(), insert, List.of(3, 0, 2), 5).await().atMost(OutboxWorld.LONG);

        List<String> rows = new ArrayList<>();
        world.pool()
                .query(
                        "select number || ' ' || shard || ' ' || row(id, words, document, list, small, single, double, flag, day, "
                                + "at at time zone 'UTC', encode(bytes, 'hex'))::text from everything order by nth")
                .execute()
                .await()
                .atMost(OutboxWorld.LONG)
                .forEach(row -> rows.add(row.getString(0)));
        String full =
                "(" + ID + ",\"it's \"\"{a,b}\"\"\",\"{\"\"a\"\": [1, null]}\",\"{1,2.5}\",7,0.25,0.1,t,2026-11-30,"
                        + "\"2026-11-30 12:00:00.123456\",0001ff)";
        assertThat(rows).containsExactly("3 5 " + full, "0 5 (,,,,,,,,,,)", "2 5 " + full);
    }

    @Test
    void without_rows_nothing_is_sent() {
        EVERYTHING
                .execute(world.pool(), "no statement at all", List.of(), 5)
                .await()
                .atMost(OutboxWorld.LONG);
    }
}
