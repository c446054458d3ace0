package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import viva.platform.servers.postgres.DatabaseAddress;

/** With TimescaleDB, samples are a compressed hypertable, and its jobs average. */
class TimescaleUpkeepTest extends UpkeepContract {
    private static TimescaleDatabase database;

    @BeforeAll
    static void create() throws SQLException {
        database = TimescaleDatabase.create("history");
        database.createExtension();
    }

    @Override
    DatabaseAddress database() throws SQLException {
        database.empty();
        return database.life();
    }

    @Override
    void background(HistoryTables some) {
        TimescaleDatabase.runJobs(some);
    }

    @Override
    void averageEverything(HistoryTables some) {
        some.run("CALL public.refresh_continuous_aggregate('mind_hour', NULL, NULL)");
        some.run("CALL public.refresh_continuous_aggregate('mind_day', NULL, NULL)");
    }

    @Test
    void migrations_make_compressed_hypertables_and_continuous_aggregates() {
        assertThat(tables().texts("SELECT hypertable_name::text FROM timescaledb_information.hypertables "
                        + "WHERE hypertable_schema = 'life' ORDER BY 1"))
                .containsExactly("message", "mind_sample");
        assertThat(tables().texts(
                                "SELECT view_name::text FROM timescaledb_information.continuous_aggregates ORDER BY 1"))
                .containsExactly("mind_day", "mind_hour");
        assertThat(tables().number("SELECT count(*) FROM timescaledb_information.jobs WHERE hypertable_schema = 'life' "
                        + "AND proc_name = 'policy_compression'"))
                .isEqualTo(1);
    }

    @Test
    void old_samples_are_compressed_and_chunks_without_samples_dropped() {
        tables().sample(1, HistoryTables.avatars(1), daysAgo(35), daysAgo(1));
        background(tables());
        long compressed = chunks("is_compressed");
        // As with a thousand avatars in a shard, of which a day is too much to decompress.
        tables().run("SET timescaledb.max_tuples_decompressed_per_dml_transaction = 50");

        tables().get(tables().retention("30d").run());

        assertThat(compressed).isBetween(31L, 34L);
        assertThat(chunks("range_end < now() - interval '30 days'")).isZero();
        assertThat(chunks("is_compressed")).isBetween(28L, 29L);
    }

    private long chunks(String which) {
        return tables().number(
                        "SELECT count(*) FROM timescaledb_information.chunks WHERE hypertable_name = 'mind_sample' "
                                + "AND hypertable_schema = 'life' AND " + which);
    }
}
