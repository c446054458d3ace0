package viva.avatar.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.AvatarUpdatedV1;
import viva.platform.messaging.Envelopes;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
class AvatarResourceTest {
    @ConfigProperty(name = "viva.messaging.url")
    String broker;

    private final Owner ana = Owner.anew();
    private EventTap tap;

    @BeforeEach
    void listen() throws Exception {
        tap = new EventTap(broker, "avatar.*.*");
    }

    @AfterEach
    void hangUp() throws Exception {
        tap.close();
    }

    @Test
    void an_avatar_is_created_and_announced() {
        JsonPath avatar = ana.creates(Owner.LUNA);

        assertThat(avatar.getString("name")).isEqualTo("Luna");
        assertThat(avatar.getString("owner_id")).isEqualTo(ana.account().toString());
        assertThat(avatar.getDouble("personality.openness")).isEqualTo(0.85);
        assertThat(avatar.getList("personality.interests")).containsExactly("astronomy", "philosophy");
        assertThat(avatar.getBoolean("active")).isTrue();
        assertThat(eventsOf(avatar.getString("id"), 1))
                .singleElement()
                .isInstanceOfSatisfying(AvatarCreatedV1.class, created -> {
                    assertThat(created.version()).isEqualTo(1);
                    assertThat(created.ownerId().value()).isEqualTo(ana.account());
                    assertThat(created.profile().name()).isEqualTo("Luna");
                    assertThat(created.profile().personality().interests()).hasSize(2);
                });
    }

    @Test
    void with_traces_off_an_event_has_no_trace_context() {
        ana.asks()
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .body(Owner.LUNA)
                .post("/avatars")
                .then()
                .statusCode(201);

        await().untilAsserted(() -> assertThat(tap.bodies()).isNotEmpty());
        assertThat(tap.bodies()).noneMatch(body -> body.contains("traceparent"));
    }

    @Test
    void an_avatar_reads_as_it_was_created() {
        JsonPath created = ana.creates(Owner.LUNA);

        JsonPath read = ana.asks().get("/avatars/" + created.getString("id")).jsonPath();

        assertThat(read.<Object>get()).isEqualTo(created.get());
    }

    @Test
    void chance_draws_a_personality_that_was_left_out() {
        JsonPath avatar = ana.creates("{\"name\": \"Sol\"}");

        assertThat(avatar.getDouble("personality.neuroticism")).isBetween(0.0, 0.7);
        assertThat(avatar.getList("personality.interests")).hasSizeBetween(3, 6);
        assertThat(avatar.getString("locale")).isEqualTo("en");
        assertThat(avatar.getString("age")).isNull();
    }

    @Test
    void a_drawn_personality_can_be_created_with() {
        String personality = ana.asks()
                .post("/personalities/random")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        JsonPath avatar = ana.creates("{\"name\": \"Sol\", \"personality\": " + personality + "}");

        assertThat(avatar.<Object>get("personality"))
                .isEqualTo(JsonPath.from(personality).get());
    }

    @Test
    void a_list_comes_in_pages_newest_first() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.addFirst(ana.createsLuna());
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = ana.asks()
                    .get("/avatars?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next_cursor") == null ? null : "&cursor=" + page.getString("next_cursor");
        }

        assertThat(read).isEqualTo(created);
    }

    @Test
    void a_change_keeps_what_it_does_not_name_and_clears_what_it_nulls() {
        String id = ana.createsLuna();

        ana.asks()
                .body("{\"name\": \"Luna II\", \"age\": null}")
                .patch("/avatars/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Luna II"))
                .body("age", nullValue())
                .body("bio", equalTo("Looks up."))
                .body("version", equalTo(2));

        assertThat(eventsOf(id, 2).getLast()).isInstanceOfSatisfying(AvatarUpdatedV1.class, updated -> {
            assertThat(updated.version()).isEqualTo(2);
            assertThat(updated.profile().name()).isEqualTo("Luna II");
        });
    }

    @Test
    void an_owner_forbids_the_language_model_and_allows_it_again() {
        String id = ana.createsLuna();

        ana.asks().get("/avatars/" + id).then().body("model_allowed", equalTo(true));
        ana.asks()
                .body("{\"model_allowed\": false}")
                .patch("/avatars/" + id)
                .then()
                .statusCode(200)
                .body("model_allowed", equalTo(false))
                .body("name", equalTo("Luna"));
        ana.asks()
                .body("{\"model_allowed\": null}")
                .patch("/avatars/" + id)
                .then()
                .statusCode(422);
        ana.asks().get("/avatars/" + id).then().body("model_allowed", equalTo(false));
        ana.asks()
                .body("{\"model_allowed\": true}")
                .patch("/avatars/" + id)
                .then()
                .body("version", equalTo(3));

        List<AvatarEvent> events = eventsOf(id, 3);
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        AvatarUpdatedV1.class,
                        updated -> assertThat(updated.profile().offlineOnly()).isTrue());
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        AvatarUpdatedV1.class,
                        updated -> assertThat(updated.profile().offlineOnly()).isFalse());
    }

    @Test
    void a_change_of_nothing_is_no_change() {
        String id = ana.createsLuna();

        ana.asks().body("{\"name\": \"Luna\"}").patch("/avatars/" + id).then().body("version", equalTo(1));
    }

    @Test
    void a_personality_is_fixed() {
        String id = ana.createsLuna();

        ana.asks()
                .body("{\"name\": \"Other\", \"personality\": {\"openness\": 0.1}}")
                .patch("/avatars/" + id)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("personality"));

        ana.asks().get("/avatars/" + id).then().body("name", equalTo("Luna")).body("version", equalTo(1));
    }

    @Test
    void an_avatar_rests_quietly_and_wakes_with_its_whole_profile() {
        String id = ana.createsLuna();

        ana.asks().body("{\"active\": false}").patch("/avatars/" + id).then().body("active", equalTo(false));
        ana.asks()
                .body("{\"name\": \"Dreamer\"}")
                .patch("/avatars/" + id)
                .then()
                .body("version", equalTo(3));
        ana.asks().body("{\"active\": true}").patch("/avatars/" + id).then().body("active", equalTo(true));

        List<AvatarEvent> events = eventsOf(id, 3);
        assertThat(events).hasSize(3);
        assertThat(events.get(1)).isInstanceOf(AvatarDeactivatedV1.class);
        assertThat(events.get(2)).isInstanceOfSatisfying(AvatarUpdatedV1.class, woken -> {
            assertThat(woken.version()).isEqualTo(4);
            assertThat(woken.profile().name()).isEqualTo("Dreamer");
        });
    }

    @Test
    void a_deleted_avatar_is_gone_and_that_is_announced() {
        String id = ana.createsLuna();

        ana.asks().delete("/avatars/" + id).then().statusCode(204);

        ana.asks().get("/avatars/" + id).then().statusCode(404);
        ana.asks().delete("/avatars/" + id).then().statusCode(404);
        assertThat(eventsOf(id, 2).getLast())
                .isInstanceOfSatisfying(
                        AvatarDeletedV1.class,
                        deleted -> assertThat(deleted.version()).isEqualTo(2));
    }

    @Test
    void others_avatars_answer_exactly_as_unknown_ones() {
        String anas = ana.createsLuna();
        String nobodys = UUID.randomUUID().toString();
        Owner ben = Owner.anew();

        for (String verb : List.of("GET", "PATCH", "DELETE")) {
            assertThat(answer(ben, verb, anas))
                    .isEqualTo(answer(ben, verb, nobodys))
                    .contains("\"status\":404");
        }

        ben.asks().get("/avatars").then().body("items", hasSize(0));
        ana.asks().get("/avatars/" + anas).then().statusCode(200).body("name", equalTo("Luna"));
    }

    @Test
    void changes_at_the_same_time_are_both_kept() throws Exception {
        String id = ana.createsLuna();
        List<Callable<Integer>> changes = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> ana.asks()
                        .body("{\"bio\": \"bio " + i + "\"}")
                        .patch("/avatars/" + id)
                        .statusCode())
                .toList();

        assertThat(atOnce(changes)).containsOnly(200);

        ana.asks().get("/avatars/" + id).then().body("version", equalTo(9));
        assertThat(eventsOf(id, 9))
                .extracting(AvatarEvent::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void an_owner_has_a_limited_number_of_avatars_however_fast_they_ask() throws Exception {
        List<Callable<Integer>> creations = IntStream.range(0, 24)
                .<Callable<Integer>>mapToObj(_ -> () -> ana.asks()
                        .body("{\"name\": \"One of many\"}")
                        .post("/avatars")
                        .statusCode())
                .toList();

        List<Integer> answers = atOnce(creations);

        assertThat(answers).filteredOn(status -> status == 201).hasSize(20);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(4);
        ana.asks()
                .body(Owner.LUNA)
                .post("/avatars")
                .then()
                .contentType("application/problem+json")
                .body("type", equalTo("urn:viva:problem:too-many-avatars"));
    }

    @Test
    void the_service_describes_itself() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/avatars/{id}'.patch.summary",
                        equalTo(
                                "Change name, bio, gender, age or locale; let it rest or wake it; allow or forbid the language"
                                        + " model"));
    }

    private List<AvatarEvent> eventsOf(String id, int atLeast) {
        List<AvatarEvent> heard = new ArrayList<>();
        await().untilAsserted(() -> {
            heard.clear();
            tap.bodies().stream()
                    .map(body -> Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)))
                    .filter(event -> event.subject().toString().equals(id))
                    .forEach(event -> heard.add((AvatarEvent) event.data()));
            assertThat(heard).hasSizeGreaterThanOrEqualTo(atLeast);
        });
        return heard;
    }

    private static String answer(Owner owner, String verb, String id) {
        String body = verb.equals("PATCH") ? "{\"name\": \"Stolen\"}" : "";
        return owner.asks()
                .body(body)
                .request(verb, "/avatars/" + id)
                .asString()
                .replace(id, "ID");
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        List<Integer> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> call : threads.invokeAll(calls)) {
                results.add(call.get());
            }
        }
        return results;
    }
}
