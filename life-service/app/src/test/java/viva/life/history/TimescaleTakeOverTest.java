package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;

/** A world that began without TimescaleDB comes to a database that has it. */
class TimescaleTakeOverTest {
    private static final int SHARD = 7;
    private static final int DAYS = 6;
    private static final List<UUID> AVATARS = HistoryTables.avatars(3);

    @Test
    void a_migration_makes_hypertables_of_filled_tables() throws SQLException {
        TimescaleDatabase database = TimescaleDatabase.create("migrated");
        HistoryTables.flyway(database.life()).target("8").load().migrate();
        long[] before = filled(database);
        database.createExtension();

        HistoryTables.flyway(database.life()).load().migrate();

        everythingGoesOn(database, before);
    }

    @Test
    void an_administrator_makes_hypertables_of_filled_tables() throws SQLException {
        TimescaleDatabase database = TimescaleDatabase.create("moved");
        HistoryTables.flyway(database.life()).load().migrate();
        long[] before = filled(database);
        database.createExtension();

        database.takeOver();
        database.takeOver();

        everythingGoesOn(database, before);
    }

    private static long[] filled(TimescaleDatabase database) {
        try (HistoryTables plain = new HistoryTables(database.life())) {
            Instant now = plain.now();
            plain.sample(SHARD, AVATARS, now.minus(Duration.ofDays(DAYS + 4)), now.minus(Duration.ofDays(4)));
            plain.run("INSERT INTO message (shard_id, conversation_id, at, seq, id, avatar_id, author, content, mood, "
                    + "world_millis) SELECT shard_id, avatar_id, at, tick, gen_random_uuid(), avatar_id, 'owner', 'Hello', 0, 0 "
                    + "FROM mind_sample WHERE extract(minute FROM at) < 15");
            // A part of it: a run averages a hundred hours.
            plain.get(plain.rollUps().run());
            assertThat(plain.number("SELECT count(*) FROM pg_extension WHERE extname = 'timescaledb'"))
                    .isZero();
            return counts(plain);
        }
    }

    private static long[] counts(HistoryTables tables) {
        return List.of("mind_sample", "message", "mind_hour", "mind_day").stream()
                .mapToLong(table -> tables.number("SELECT count(*) FROM " + table))
                .toArray();
    }

    private static void everythingGoesOn(TimescaleDatabase database, long[] before) {
        try (HistoryTables tables = new HistoryTables(database.life())) {
            assertThat(tables.texts("SELECT hypertable_name::text FROM timescaledb_information.hypertables "
                            + "WHERE hypertable_schema = 'life' ORDER BY 1"))
                    .containsExactly("message", "mind_sample");
            assertThat(counts(tables)).containsExactly(before);
            TimescaleDatabase.runJobs(tables);
            assertThat(tables.number("SELECT count(*) FROM timescaledb_information.chunks WHERE is_compressed"))
                    .isGreaterThanOrEqualTo(DAYS);
            assertThat(counts(tables)).containsExactly(before);

            tables.get(tables.rollUps().run());
            tables.get(tables.retention("7d").run());
            assertThat(tables.number("SELECT sum(samples) FROM mind_hour")).isEqualTo(3L * DAYS * 96);
            assertThat(tables.number("SELECT sum(samples) FROM mind_day")).isEqualTo(3L * DAYS * 96);
            assertThat(tables.number("SELECT count(*) FROM mind_sample WHERE at < now() - interval '7 days'"))
                    .isZero();
            assertThat(tables.number("SELECT count(*) FROM mind_sample")).isPositive();

            List<AvatarId> gone = List.of(new AvatarId(AVATARS.getFirst()));
            tables.get(tables.pool().withTransaction(tx -> SampleTable.erase(tx, new ShardId(SHARD), gone)));
            assertThat(tables.number("SELECT count(DISTINCT avatar_id) FROM mind_sample"))
                    .isEqualTo(2);
            assertThat(tables.number("SELECT count(DISTINCT avatar_id) FROM mind_day"))
                    .isEqualTo(2);
        }
    }
}
