package viva.life.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import viva.contracts.WorldTime;
import viva.contracts.message.WorldClockV1;
import viva.life.world.WorldClock;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Outbox;

/** The one row of {@code world_clock}. Real time in it is the database's. */
final class ClockTable {
    private static final String CREATE =
            "INSERT INTO world_clock (id, seed, anchor_real, anchor_world, scale, running, version) "
                    + "VALUES (1, $1, clock_timestamp(), $2, $3, true, 0) ON CONFLICT (id) DO NOTHING";
    private static final String READ =
            "SELECT seed, anchor_real, anchor_world, scale, running, version, clock_timestamp() AS now FROM world_clock WHERE id = 1";
    private static final String WRITE =
            "UPDATE world_clock SET anchor_real = $1, anchor_world = $2, running = $3, version = $4 WHERE id = 1";

    private final Pool pool;
    private final Outbox outbox;
    private final MessageFactory messages;

    ClockTable(Pool pool, Outbox outbox, MessageFactory messages) {
        this.pool = pool;
        this.outbox = outbox;
        this.messages = messages;
    }

    /**
     * What the row said.
     *
     * @param now the database's clock when it was read
     */
    record Reading(WorldClock clock, long seed, Instant now) {}

    /** Creates the world's clock unless there is one; whoever comes second finds the first one's. */
    Uni<Reading> createOrRead(long seed, WorldTime start, double scale) {
        return pool.preparedQuery(CREATE)
                .execute(Tuple.of(seed, start.millis(), scale))
                .chain(() -> ClockLines.note(pool))
                .chain(this::read);
    }

    Uni<Reading> read() {
        return read(pool, READ);
    }

    private static Uni<Reading> read(SqlClient client, String sql) {
        return client.preparedQuery(sql)
                .execute()
                .map(rows -> reading(rows.iterator().next()));
    }

    private static Reading reading(Row row) {
        WorldClock clock = new WorldClock(
                row.getOffsetDateTime("anchor_real").toInstant(),
                new WorldTime(row.getLong("anchor_world")),
                row.getDouble("scale"),
                row.getBoolean("running"),
                row.getLong("version"));
        return new Reading(
                clock, row.getLong("seed"), row.getOffsetDateTime("now").toInstant());
    }

    /** Changes the clock and says so in the same transaction; a change that changes nothing says nothing. */
    Uni<Reading> change(BiFunction<WorldClock, Instant, WorldClock> change) {
        return pool.withTransaction(tx -> read(tx, READ + " FOR UPDATE").chain(before -> {
                    WorldClock after = change.apply(before.clock(), before.now());
                    Reading reading = new Reading(after, before.seed(), before.now());
                    return after.equals(before.clock())
                            ? Uni.createFrom().item(reading)
                            : write(tx, after).replaceWith(reading);
                }))
                .invoke(outbox::committed);
    }

    private Uni<Void> write(SqlConnection tx, WorldClock clock) {
        OffsetDateTime anchor = clock.anchorReal().atOffset(ZoneOffset.UTC);
        return tx.preparedQuery(WRITE)
                .execute(Tuple.of(anchor, clock.anchorWorld().millis(), clock.running(), clock.version()))
                .chain(() -> ClockLines.note(tx))
                .chain(() -> outbox.append(tx, List.of(Outgoing.event(messages.first(said(clock))))));
    }

    private static WorldClockV1 said(WorldClock clock) {
        return new WorldClockV1(
                WorldClockV1.WORLD,
                clock.anchorWorld(),
                clock.anchorReal(),
                clock.scale(),
                clock.running(),
                clock.version());
    }
}
