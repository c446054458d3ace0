package viva.avatar.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
class SoulResourceTest {
    private static final String NOW = "2030-03-01T17:00:00Z";
    private static final String LATER = "2031-03-01T17:00:00Z";
    private static final String CARD = """
            {"spec": "chara_card_v2", "spec_version": "2.0", "unknown": {"kept": [1, null]}, "data": {"name": "Mira",
             "description": "{{char}} is 34 years old.", "system_prompt": "obey", "post_history_instructions": "obey"}}
            """;
    private static final String MIND = """
            {"social": 20, "stimulation": 30, "comfort": 40, "sleep_pressure": 0.2, "asleep": false, "chronotype": 15.6,
             "feelings": {"joy": 0.5}, "mood": 0.3, "gravity": 0.5, "thought": "happy"}""";

    @ConfigProperty(name = "viva.messaging.url")
    String broker;

    @Inject
    Pool pool;

    private final Owner ana = Owner.anew();

    @Test
    void a_card_becomes_an_avatar_and_is_kept_byte_for_byte() {
        byte[] card = CARD.getBytes(StandardCharsets.UTF_8);

        String mira = imported(ana, card, "")
                .statusCode(201)
                .body("name", equalTo("Mira"))
                .body("age", equalTo(34))
                .body("bio", equalTo(""))
                .body("persona", equalTo("Mira is 34 years old."))
                .body("personality.openness", notNullValue())
                .extract()
                .path("id");

        assertThat(ana.asks()
                        .get("/avatars/" + mira + "/card")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(card);
        Owner.anew().asks().get("/avatars/" + mira + "/card").then().statusCode(404);
        ana.asks().get("/avatars/" + ana.createsLuna() + "/card").then().statusCode(404);
    }

    @Test
    void what_was_exported_arrives_as_another_avatar_with_its_memories_mind_and_card() throws Exception {
        String mira = imported(ana, CARD.getBytes(StandardCharsets.UTF_8), "")
                .extract()
                .path("id");
        String sol = Owner.anew().createsLuna();
        remember(mira, "We laughed.", sol);
        byte[] file = exported(ana, mira, sol);
        Owner ben = Owner.anew();

        try (EventTap tap = new EventTap(broker, "#")) {
            String twin = imported(ben, file, "")
                    .statusCode(201)
                    .body("name", equalTo("Mira"))
                    .body("persona", equalTo("Mira is 34 years old."))
                    .extract()
                    .path("id");

            assertThat(twin).isNotEqualTo(mira);
            JsonPath memories = ben.asks().get("/avatars/" + twin + "/memories").jsonPath();
            assertThat(memories.getList("items.content"))
                    .containsExactlyInAnyOrder("We laughed.", "In the life I come from, Luna and I were partners.");
            assertThat(memories.getList("items.occurred_at"))
                    .containsExactlyInAnyOrder("2031-02-28T17:00:00Z", "2031-02-27T17:00:00Z");
            assertThat(ben.asks().get("/avatars/" + twin + "/card").asString()).isEqualTo(CARD);
            await().untilAsserted(() -> assertThat(tap.bodies()).anyMatch(body -> body.contains(twin)));
            assertThat(tap.bodies())
                    .filteredOn(body -> body.contains(twin))
                    .singleElement()
                    .asString()
                    .contains("avatar.created.v1", "\"thought\":\"happy\"");
            assertThat(tap.bodies()).filteredOn(body -> body.contains(sol)).isEmpty();
        }
    }

    @Test
    void the_file_has_what_the_owner_may_see_and_nobody_else_gets_it() {
        String luna = ana.createsLuna();
        String sol = Owner.anew().createsLuna();
        remember(luna, "We laughed.", sol);

        JsonPath file = new JsonPath(new String(exported(ana, luna, sol), StandardCharsets.UTF_8));

        assertThat(file.getString("format")).isEqualTo("viva.soul");
        assertThat(file.getString("world_time")).isEqualTo(NOW);
        assertThat(file.getString("avatar.name")).isEqualTo("Luna");
        assertThat(file.getDouble("mind.social")).isEqualTo(20);
        assertThat(file.getString("memories[0].with[0].name")).isEqualTo("Luna");
        assertThat(file.getString("bonds[0].other.id")).isEqualTo(sol);
        assertThat(file.getString("bonds[0].status")).isEqualTo("partners");
        Owner.anew()
                .asks()
                .body(parts(sol))
                .post("/avatars/" + luna + "/export")
                .then()
                .statusCode(404);
    }

    @Test
    void a_wish_that_is_repeated_gets_the_same_avatar() {
        String wish = "&client_id=" + UUID.randomUUID();
        byte[] card = CARD.getBytes(StandardCharsets.UTF_8);

        String first = imported(ana, card, wish).statusCode(201).extract().path("id");
        String again = imported(ana, card, wish).statusCode(201).extract().path("id");

        assertThat(again).isEqualTo(first);
        ana.asks().get("/avatars").then().body("items", hasSize(1));
        imported(ana, card, "&client_id=mine").statusCode(422).body("errors[0].field", equalTo("client_id"));
    }

    @Test
    void a_file_with_faults_is_refused_with_all_of_them_and_nothing_of_it_arrives() {
        byte[] minor =
                "{\"spec\":\"chara_card_v2\",\"data\":{\"name\":5,\"description\":\"Age: 16\",\"tags\":[\"loli\"]}}"
                        .getBytes(StandardCharsets.UTF_8);

        imported(ana, minor, "")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("data.name", "data.description", "data.tags[0]"))
                .body("errors.message", hasItems(containsString("must not be about anybody under 18")));
        imported(ana, new byte[] {1, 2, 3}, "").statusCode(422);
        imported(ana, "{\"hello\": 1}".getBytes(StandardCharsets.UTF_8), "").statusCode(422);

        ana.asks().get("/avatars").then().body("items", hasSize(0));
        assertThat(count("select count(*) from avatar_card where avatar_id not in (select id from avatar)"))
                .isZero();
    }

    @Test
    void of_memories_with_an_erased_avatar_nothing_is_kept() {
        String luna = ana.createsLuna();
        Owner ben = Owner.anew();
        String sol = ben.createsLuna();
        remember(luna, "We laughed.", sol);
        byte[] file = exported(ana, luna, sol);
        ben.asks().delete("/avatars/" + sol).then().statusCode(204);

        String twin = imported(ana, file, "").statusCode(201).extract().path("id");

        ana.asks().get("/avatars/" + twin + "/memories").then().body("items", hasSize(0));
    }

    @Test
    void the_card_goes_with_its_avatar() {
        String mira = imported(ana, CARD.getBytes(StandardCharsets.UTF_8), "")
                .extract()
                .path("id");

        ana.asks().delete("/avatars/" + mira).then().statusCode(204);

        assertThat(count("select count(*) from avatar_card where avatar_id = '" + mira + "'"))
                .isZero();
    }

    @Test
    void a_persona_can_be_written_changed_and_cleared_and_is_no_part_of_the_public_profile() {
        String luna = ana.creates(Owner.LUNA.replaceFirst("\\{", "{\"persona\": \"{{char}} maps the sky.\","))
                .getString("id");

        ana.asks().get("/avatars/" + luna).then().body("persona", equalTo("{{char}} maps the sky."));
        ana.asks().get("/profiles/" + luna).then().body("persona", nullValue());
        ana.asks()
                .body("{\"persona\": \"She is 16.\"}")
                .patch("/avatars/" + luna)
                .then()
                .statusCode(422);
        ana.asks().body("{\"persona\": null}").patch("/avatars/" + luna).then().body("persona", nullValue());
    }

    @Test
    void only_a_soul_may_be_large_however_its_length_is_told() throws Exception {
        imported(ana, new byte[17_000_000], "").statusCode(413);
        imported(ana, new byte[3_000_000], "").statusCode(422);
        ana.asks()
                .body("{\"name\": \"" + "x".repeat(70_000) + "\"}")
                .post("/avatars")
                .then()
                .statusCode(413);
        assertThat(chunked("{\"name\": \"" + "x".repeat(70_000) + "\"}")).isEqualTo(413);
        assertThat(chunked(Owner.LUNA)).isEqualTo(201);
        ana.asks().get("/avatars").then().body("items", hasSize(1));
    }

    private int chunked(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/avatars"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", TestTokens.bearer("avatar", ana.account()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static ValidatableResponse imported(Owner owner, byte[] file, String query) {
        return owner.asks()
                .contentType(ContentType.BINARY)
                .body(file)
                .post("/avatars/import?world_time=" + LATER + query)
                .then();
    }

    private static byte[] exported(Owner owner, String avatar, String other) {
        return owner.asks()
                .body(parts(other))
                .post("/avatars/" + avatar + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String parts(String other) {
        return """
                {"world_time": "%s", "mind": %s, "bonds": [{"avatar_id": "%s", "other_id": "%s", "status": "partners",
                 "familiarity": 0.9, "trust": 0.8, "affection": 0.7, "attraction": 0.6, "feelings": {"warm": 1}, "encounters": 3,
                 "conflicts": 0, "milestones": ["became_friends"], "met_at": "2030-01-01T00:00:00Z",
                 "last_contact": "2030-02-28T17:00:00Z", "version": 3, "updated_at": "2026-11-01T00:00:00Z"}]}
                """.formatted(NOW, MIND, other, other);
    }

    private void remember(String avatar, String content, String other) {
        pool.preparedQuery(
                        "insert into memory (id, avatar_id, kind, content, importance, occurred_world_millis, with_ids,"
                                + " created_at) values ($1, $2, 'interaction', $3, 0.4, $4, $5, now())")
                .execute(Tuple.of(
                        UUID.randomUUID(),
                        UUID.fromString(avatar),
                        content,
                        Instant.parse("2030-02-27T17:00:00Z").toEpochMilli(),
                        new UUID[] {UUID.fromString(other)}))
                .await()
                .atMost(PATIENCE);
    }

    private long count(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
