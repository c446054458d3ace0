package viva.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int MESSAGES = 50;

    private final World world = World.whole();

    @Test
    void every_accepted_message_is_stored_and_answered_once_while_everything_dies_in_turn() {
        PhoenixScript owner = PhoenixScript.start(
                "faults.mjs",
                world.url().toString(),
                Integer.toString(MESSAGES),
                "1000",
                Long.toString(LONG.toMillis()));
        List<Runnable> deaths = List.of(
                () -> world.instances("life").forEach(World.Instance::kill),
                () -> world.instances("llm").forEach(World.Instance::kill),
                () -> world.instances("gateway").forEach(World.Instance::kill),
                world::killBroker);

        for (int n = 0; n < deaths.size(); n++) {
            int next = 5 + n * 11;
            owner.await(LONG, lines -> lines.contains("said " + next));
            deaths.get(n).run();
        }
        JsonNode seen = owner.result();

        List<String> accepted = texts(seen.path("accepted"));
        assertThat(accepted).hasSize(MESSAGES).doesNotHaveDuplicates();
        assertThat(accepted)
                .as("answers the client saw")
                .allMatch(id -> seen.path("answers").path(id).asInt() == 1);
        assertThat(seen.path("joins").asInt())
                .as("joins: the client came back by itself")
                .isGreaterThan(1);
        String avatar = seen.path("avatar").asText();
        assertThat(world.rows("life", stored(avatar, "owner", "id"))).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(world.rows("life", stored(avatar, "avatar", "in_reply_to")))
                .containsExactlyInAnyOrderElementsOf(accepted);
    }

    private static String stored(String avatar, String author, String column) {
        return "select %s from message where avatar_id = '%s' and author = '%s'".formatted(column, avatar, author);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
