package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;

/** What is to go is found along an index in its order, however much there is that stays or has to wait. */
class RetentionPlansTest {
    private static final int MANY = 20_000;

    private final PrivateRooms rooms = new PrivateRooms();
    private HistoryTables tables;

    @BeforeEach
    void a_shard_with_much_that_is_young() {
        DatabaseAddress address = rooms.database("life");
        HistoryTables.flyway(address).load().migrate();
        tables = new HistoryTables(address);
        tables.run("INSERT INTO answer (shard_id, in_reply_to, message_id, avatar_id, due_at, spoken_at) "
                + "SELECT 7, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(), now() - n * interval '1 minute' "
                + "FROM generate_series(1, " + MANY + ") n");
        tables.run(
                "INSERT INTO encounter (shard_id, id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, guest_name, voiced, "
                        + "acts, humor_match, overlap, outcome, host_mind, guest_mind, guest_profile, begins_world, told, ended_at) "
                        + "SELECT 7, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'Luna', gen_random_uuid(), gen_random_uuid(), 'Sol', "
                        + "false, '', 0, 0, '{}', '', '', '{}', 0, true, now() - n * interval '1 minute' FROM generate_series(1, "
                        + MANY + ") n");
        tables.run(
                "INSERT INTO line (shard_id, encounter_id, turn, id, speaker_id, act, content, tone, voice, mood, emotions, world_millis) "
                        + "SELECT shard_id, id, 0, gen_random_uuid(), host_id, 'greet', 'Hello', 'warm', 'offline', 0, '{}', 0 FROM encounter");
        tables.run("ANALYZE answer, encounter, line");
    }

    @AfterEach
    void leave() {
        tables.close();
        rooms.close();
    }

    private String plan(String sql) {
        return String.join(
                "\n",
                tables.texts("EXPLAIN "
                        + sql.replace("$1", "7")
                                .replace("$2", "now() - interval '13 days 20 hours'")
                                .replace("$3", "5000")));
    }

    @Test
    void answers_are_forgotten_along_an_index() {
        assertThat(plan(Retention.ANSWERS)).contains("answer_given");
    }

    @Test
    void encounters_and_their_lines_are_forgotten_along_an_index() {
        assertThat(plan(Retention.LINES)).contains("encounter_over");
        assertThat(plan(Retention.ENCOUNTERS)).contains("encounter_over");
    }

    @Test
    void the_next_pasts_that_name_an_erased_avatar_are_found_along_the_key() {
        tables.run("INSERT INTO forgetting SELECT 7, gen_random_uuid(), gen_random_uuid() FROM generate_series(1, "
                + MANY + ") n");
        tables.run("ANALYZE forgetting");

        assertThat(plan(Forgetting.NEXT)).contains("forgetting_pkey").doesNotContain("Sort");
    }
}
