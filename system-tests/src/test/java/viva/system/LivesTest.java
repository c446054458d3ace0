package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A dozen avatars from five in the afternoon to the next morning, as their owners see it over the real client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivesTest {
    private static final int SCALE = 360;
    /** Two world days and more: at night hardly anything is journalled. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final Pattern PASSWORD = Pattern.compile("log in as demo with the password (\\S+)");

    private World world;

    @BeforeAll
    void a_world_begins() {
        world = World.demo(SCALE);
    }

    @AfterAll
    void it_ends() {
        world.stop();
    }

    @Test
    void a_thought_a_talk_a_new_bond_a_falling_asleep_and_a_waking_reach_the_sockets_of_their_owners() {
        PhoenixScript owners =
                PhoenixScript.start("lives.mjs", world.url().toString(), password(), "900", "demo", "demo2", "demo3");

        JsonNode seen = owners.result().path("seen");

        seen.properties()
                .forEach(kind ->
                        assertThat(kind.getValue().asInt()).as(kind.getKey()).isPositive());
    }

    @Test
    void whoever_takes_over_after_a_kill_lives_on_exactly_what_the_journals_say() throws SQLException {
        password();
        await().atMost(LONG).until(() -> Integer.parseInt(world.query("life", "select count(*) from journal")) > 60);
        String before = world.query("life", "select max(seq) from journal");

        world.instances("life").forEach(World.Instance::kill);

        await().atMost(LONG)
                .until(() -> world.query("life", "select count(*) from shard_owner where live")
                        .equals("64"));
        await().atMost(LONG)
                .until(() -> Long.parseLong(world.query("life", "select max(seq) from journal"))
                        > Long.parseLong(before) + 10);
        try (Connection database = world.database("life")) {
            assertThat(FoldedLives.allAreAsTheirJournalsSay(database)).isEqualTo(12);
        }
    }

    private String password() {
        return await().atMost(LONG)
                .until(
                        () -> {
                            Matcher line = PASSWORD.matcher(world.said());
                            return line.find() ? line.group(1) : null;
                        },
                        found -> found != null);
    }
}
