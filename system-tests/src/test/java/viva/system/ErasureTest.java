package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import viva.platform.testkit.Leftovers;

/**
 * An owner says something to an avatar that talks with another one, which tells its own owner of it; and then erases the account: a look everywhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {
    private static final int SCALE = 360;

    /** Two who are busy, or do not feel like it, are asked again and again until they have talked. */
    private static final String READY = "ready ";

    /** Of the avatar that is erased, as the script has it. */
    private static final String NAME = "Lunaxandra";

    private static final Duration TALK = Duration.ofMinutes(10);

    private static final List<String> SERVICES =
            List.of("gateway", "avatar", "life", "relationship", "matchmaker", "llm");

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
    void what_was_said_and_the_name_are_nowhere_and_the_ids_are_nowhere_but_in_logs() throws Exception {
        String sentence = "My canary is called " + UUID.randomUUID();
        PhoenixScript owners = PhoenixScript.start("erasure.mjs", world.url().toString(), sentence);
        JsonNode seen = ready(owners);
        String luna = seen.path("luna").asText();
        String sol = seen.path("sol").asText();
        String token = seen.path("token").asText();
        List<String> forbidden = new ArrayList<>(List.of(sentence));
        forbidden.addAll(Leftovers.formsOf(UUID.fromString(luna)));
        forbidden.addAll(Leftovers.formsOf(UUID.fromString(seen.path("account").asText())));
        letDie("{broken " + luna + " " + sentence);
        letDie("{broken " + sol);
        world.publish("viva.commands", "nobody.reads", "{broken " + luna + " " + sentence);
        await().untilAsserted(() ->
                assertThat(world.broker().deadLetters()).anyMatch(body -> body.contains("broken " + luna)));
        assertThat(tablesWith(forbidden)).isNotEmpty();
        assertThat(tablesWith(List.of(NAME))).contains("life.message", "gateway.timeline");
        forbidden.add(NAME);

        Owner.send(world.url(), "DELETE", "/api/me", "{\"current_password\":\"Wrong-pass-1\"}", token)
                .expect(422);
        Owner.Answer erased =
                Owner.send(world.url(), "DELETE", "/api/me", "{\"current_password\":\"Secret-pass-1\"}", token);
        assertThat(erased.status()).isIn(202, 204);

        assertThat(Owner.send(world.url(), "POST", "/api/avatars", "{\"name\":\"Late\"}", token)
                        .status())
                .isIn(401, 404);
        assertThat(owners.result().path("closed").asBoolean()).isTrue();
        await().untilAsserted(() -> {
            assertThat(tablesWith(forbidden)).isEmpty();
            assertThat(world.redis().everything()).noneMatch(text -> holds(text, forbidden));
            assertThat(world.broker().deadLetters()).noneMatch(text -> holds(text, forbidden));
        });
        assertThat(world.broker().deadLetters())
                .as("others' dead letters")
                .anyMatch(body -> body.equals("{broken " + sol));
        for (Path log : world.allLogs()) {
            assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                    .as(log.toString())
                    .doesNotContain(sentence);
        }
        theOtherOwnerStillReads(seen);
    }

    private void theOtherOwnerStillReads(JsonNode seen) {
        String token = seen.path("other_token").asText();
        String path = "/api/conversations/" + seen.path("talk").asText();
        JsonNode talk = Owner.send(world.url(), "GET", path, null, token).expect(200);
        assertThat(talk.path("with_name").isNull()).isTrue();
        JsonNode lines = Owner.send(world.url(), "GET", path + "/messages", null, token)
                .expect(200)
                .path("items");
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("author").asText()).isEqualTo("avatar");
            assertThat(line.path("content").asText()).doesNotContain(NAME);
        });
    }

    /** A message of the matchmaker's that neither the gateway nor the life service can read. */
    private void letDie(String body) throws Exception {
        world.publish("viva.events", "match.found." + UUID.randomUUID(), body);
    }

    private List<String> tablesWith(List<String> forbidden) throws Exception {
        List<String> found = new ArrayList<>();
        for (String service : SERVICES) {
            try (Connection connection = world.database(service)) {
                found.addAll(Leftovers.in(connection, forbidden).keySet());
            }
        }
        return found;
    }

    private static boolean holds(String text, List<String> forbidden) {
        return forbidden.stream().anyMatch(text::contains);
    }

    private static boolean isReady(String line) {
        return line.startsWith(READY);
    }

    private static JsonNode ready(PhoenixScript owners) throws Exception {
        owners.await(TALK, lines -> lines.stream().anyMatch(ErasureTest::isReady));
        String line =
                owners.lines().stream().filter(ErasureTest::isReady).findFirst().orElseThrow();
        return new ObjectMapper().readTree(line.substring(READY.length()));
    }
}
