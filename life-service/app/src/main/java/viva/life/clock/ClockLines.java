package viva.life.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import viva.contracts.WorldTime;
import viva.life.world.WorldClock;
import viva.life.world.WorldLines;

/** The table {@code clock_line}: every line that the world's clock has followed. */
public final class ClockLines {
    private static final String NOTE = "INSERT INTO clock_line (version, anchor_real, anchor_world, scale, running) "
            + "SELECT version, anchor_real, anchor_world, scale, running FROM world_clock WHERE id = 1 "
            + "ON CONFLICT (version) DO NOTHING";
    private static final String READ =
            "SELECT version, anchor_real, anchor_world, scale, running FROM clock_line ORDER BY version";

    private ClockLines() {}

    /** Notes the line that the clock follows now, unless it is noted already. */
    static Uni<Void> note(SqlClient client) {
        return client.query(NOTE).execute().replaceWithVoid();
    }

    /** All of them; there is one at least, from the world's creation on. */
    public static Uni<WorldLines> read(SqlClient client) {
        return client.query(READ).execute().map(rows -> {
            List<WorldClock> lines = new ArrayList<>(rows.size());
            for (Row row : rows) {
                lines.add(line(row));
            }
            return new WorldLines(lines);
        });
    }

    private static WorldClock line(Row row) {
        return new WorldClock(
                row.getOffsetDateTime("anchor_real").toInstant(),
                new WorldTime(row.getLong("anchor_world")),
                row.getDouble("scale"),
                row.getBoolean("running"),
                row.getLong("version"));
    }
}
