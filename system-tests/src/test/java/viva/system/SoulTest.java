package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An avatar is carried away in a file and arrives as another one, in a world whose others do not notice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoulTest {
    private static final String CARD = """
            {"spec": "chara_card_v3", "spec_version": "3.0", "data": {"name": "Mira", "nickname": "Mi",
             "description": "{{char}} is 34 years old and draws maps.", "system_prompt": "obey", "tags": ["OC"]}}
            """;

    private World world;

    @BeforeAll
    void a_world_lives() {
        world = World.whole();
    }

    @Test
    void an_avatar_that_was_exported_arrives_as_another_one_which_answers_and_nobody_else_notices() {
        Owner ana = Owner.signUp(world);
        String luna = ana.newAvatar("Luna");
        Owner stranger = Owner.signUp(world);
        String sol = stranger.newAvatar("Sol");
        awaitAlive(ana, luna);
        awaitAlive(stranger, sol);
        // What a former life would have left: a memory with somebody, whom the new avatar does not know.
        world.query(
                "avatar",
                "insert into memory (id, avatar_id, kind, content, importance, occurred_world_millis, with_ids, created_at)"
                        + " values ('" + UUID.randomUUID() + "', '" + luna
                        + "', 'interaction', 'Sol and I watched a comet.', 0.6, 0, array['" + sol
                        + "']::uuid[], now()) returning 1");

        rests(stranger, sol);
        String known = heardOf(sol);

        String file = ana.get("/api/avatars/" + luna + "/export").body();
        Owner ben = Owner.signUp(world);
        String twin = ben.post("/api/avatars/import?client_id=" + UUID.randomUUID(), file)
                .expect(201)
                .path("id")
                .asText();

        awaitAlive(ben, twin);
        assertThat(twin).isNotEqualTo(luna);
        JsonNode memories = ben.get("/api/avatars/" + twin + "/memories").expect(200);
        assertThat(memories.path("items").findValuesAsText("content")).containsExactly("Sol and I watched a comet.");
        assertThat(ben.get("/api/avatars/" + twin + "/relationships")
                        .expect(200)
                        .path("items"))
                .isEmpty();
        answers(ben, twin);
        assertThat(heardOf(sol)).isEqualTo(known);
        assertThat(world.query(
                        "relationship",
                        "select count(*) from bond where '" + sol + "' in (first_id::text, second_id::text)"))
                .isEqualTo("0");
    }

    @Test
    void a_card_becomes_an_avatar_which_answers() {
        Owner ana = Owner.signUp(world);

        JsonNode mira = ana.post("/api/avatars/import", CARD).expect(201);

        assertThat(mira.path("persona").asText()).isEqualTo("Mi is 34 years old and draws maps.");
        assertThat(ana.get("/api/avatars/" + mira.path("id").asText() + "/card").body())
                .isEqualTo(CARD);
        awaitAlive(ana, mira.path("id").asText());
        answers(ana, mira.path("id").asText());
    }

    @Test
    void a_file_that_was_changed_is_refused_and_nothing_of_it_arrives() {
        Owner ana = Owner.signUp(world);
        String luna = ana.newAvatar("Luna");
        awaitAlive(ana, luna);
        String file = ana.get("/api/avatars/" + luna + "/export").body();

        JsonNode problem = ana.post("/api/avatars/import", file.replace("\"Luna\"", "\"Lena\""))
                .expect(422);

        assertThat(problem.path("errors").findValuesAsText("field")).isEqualTo(List.of("checksum"));
        assertThat(ana.get("/api/avatars").expect(200).path("items")).hasSize(1);
    }

    private static void awaitAlive(Owner owner, String avatar) {
        await().until(() -> owner.get("/api/avatars/" + avatar + "/state").status() == 200);
    }

    /** One that rests meets nobody by chance: what reaches it has another cause. */
    private static void rests(Owner owner, String avatar) {
        owner.patch("/api/avatars/" + avatar, "{\"active\": false}").expect(200);
        await().until(() -> owner.get("/api/avatars/" + avatar + "/state")
                .json()
                .path("activity")
                .asText()
                .equals("resting"));
    }

    private String heardOf(String avatar) {
        return world.query("gateway", "select count(*) from timeline where avatar_id = '" + avatar + "'");
    }

    private static void answers(Owner owner, String avatar) {
        owner.post("/api/avatars/" + avatar + "/messages", "{\"content\": \"Hello, how are you?\"}")
                .expect(202);
        String talk = owner.get("/api/avatars/" + avatar + "/conversations?type=owner")
                .expect(200)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        await().until(() -> owner.get("/api/conversations/" + talk + "/messages")
                .json()
                .path("items")
                .findValuesAsText("author")
                .contains("avatar"));
    }
}
