package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;

/** In PostgreSQL alone a job of the service averages. */
class PlainUpkeepTest extends UpkeepContract {
    private final PrivateRooms rooms = new PrivateRooms();

    @Override
    DatabaseAddress database() {
        return rooms.database("life");
    }

    @Override
    void background(HistoryTables some) {
        // A run averages a hundred spans of a shard at most.
        for (int times = 0; times < 3; times++) {
            some.get(some.rollUps().run());
        }
    }

    @Override
    void averageEverything(HistoryTables some) {
        background(some);
    }

    @Test
    void a_shard_that_cannot_be_averaged_holds_up_none_of_those_after_it() {
        sampleShards(4);
        tables().run("ALTER TABLE mind_hour ADD CONSTRAINT never CHECK (shard_id <> 1)");

        background(tables());

        assertThat(tables().texts("SELECT DISTINCT shard_id::text FROM mind_hour ORDER BY 1"))
                .containsExactly("0", "2", "3");
    }

    @Test
    void a_table_that_cannot_be_cleared_in_one_shard_holds_up_no_other() {
        sampleShards(3);
        averageEverything(tables());
        tables().run("INSERT INTO journal (shard_id, avatar_id, input_id, kind, world_millis, tick, input, applied_at) "
                + "SELECT shard_id, avatar_id, gen_random_uuid(), 'news', 0, 0, '{}', min(at) FROM mind_sample "
                + "GROUP BY shard_id, avatar_id");
        refuseDeletions("mind_sample", "shard_id = 1");

        tables().get(tables().retention("10d").run());

        assertThat(tables().texts("SELECT shard_id::text FROM mind_sample GROUP BY shard_id HAVING count(*) > 1"))
                .containsExactly("1");
        assertThat(tables().number("SELECT count(*) FROM journal")).isZero();
    }

    @Test
    void a_past_that_cannot_be_rewritten_holds_up_no_other() {
        String stuck = HistoryTables.avatars(1).getFirst().toString();
        tables().run(
                        "INSERT INTO forgetting SELECT n % 4, gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 40) n");
        tables().run("INSERT INTO forgetting VALUES (1, '" + stuck + "', gen_random_uuid())");
        refuseDeletions("forgetting", "avatar_id = '" + stuck + "'");

        tables().get(tables().forgetting().run());

        assertThat(tables().texts("SELECT avatar_id::text FROM forgetting")).containsExactly(stuck);
    }

    private void refuseDeletions(String table, String condition) {
        tables().run(
                        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''broken''; END'");
        tables().run("CREATE TRIGGER never BEFORE DELETE ON %s FOR EACH ROW WHEN (OLD.%s) EXECUTE FUNCTION refuse()"
                .formatted(table, condition));
    }

    /** A day of one avatar in each of the first shards. */
    private void sampleShards(int count) {
        for (int shard = 0; shard < count; shard++) {
            tables().sample(shard, HistoryTables.avatars(1), daysAgo(20), daysAgo(19));
        }
    }

    @AfterEach
    void leave() {
        rooms.close();
    }
}
