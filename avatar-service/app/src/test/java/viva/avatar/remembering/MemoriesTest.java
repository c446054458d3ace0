package viva.avatar.remembering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.avatar.rest.Owner;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MemoryFormedV1;
import viva.contracts.message.RememberV1;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.Topology;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@TestProfile(MemoriesTest.ForgetfulWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
class MemoriesTest {
    private static final WorldTime EVENING = WorldTime.parse("2030-01-01T17:00:00Z");
    private static final AvatarId SOL = new AvatarId(UUID.randomUUID());
    private static final String DEAD = Topology.deadLettersOf(Topology.AVATAR_MEMORIES);

    @ConfigProperty(name = "viva.messaging.url")
    String broker;

    @Inject
    MeterRegistry metrics;

    private final Owner ana = Owner.anew();
    private EventTap tap;

    @BeforeEach
    void listen() throws Exception {
        tap = new EventTap(broker, "memory.formed.*");
        ManagementPort.awaitReady();
    }

    @AfterEach
    void hangUp() throws Exception {
        tap.close();
    }

    @Test
    void a_memory_is_kept_and_its_owner_hears_of_it() throws Exception {
        String luna = ana.createsLuna();
        RememberV1 request = request(luna, "interaction", " We laughed a lot.", 0.4);

        CloudEvent<?> asked = ask(request);

        JsonPath page = memoriesOnceThereAre(1, luna);
        assertThat(page.getString("items[0].id")).isEqualTo(request.memoryId().toString());
        assertThat(page.getString("items[0].type")).isEqualTo("interaction");
        assertThat(page.getString("items[0].content")).isEqualTo("We laughed a lot.");
        assertThat(page.getDouble("items[0].importance")).isEqualTo(0.4);
        assertThat(page.getList("items[0].with")).containsExactly(SOL.toString());
        assertThat(page.getString("items[0].occurred_at")).isEqualTo(EVENING.toString());
        assertThat(Instant.parse(page.getString("items[0].created_at"))).isBefore(Instant.now());
        assertThat(formed(luna, 1)).singleElement().satisfies(event -> {
            assertThat(event.causationid()).isEqualTo(asked.id());
            assertThat(event.worldtime()).isEqualTo(EVENING);
            assertThat(event.data()).isInstanceOfSatisfying(MemoryFormedV1.class, formed -> {
                assertThat(formed.ownerId().value()).isEqualTo(ana.account());
                assertThat(formed.memoryId()).isEqualTo(request.memoryId());
                assertThat(formed.kind()).isEqualTo("interaction");
                assertThat(formed.content()).isEqualTo("We laughed a lot.");
                assertThat(formed.with()).containsExactly(SOL);
            });
        });
    }

    @Test
    void a_memory_asked_for_twice_is_kept_once() throws Exception {
        String luna = ana.createsLuna();
        RememberV1 request = request(luna, "dream", "I flew.", 0.2);

        ask(request);
        ask(request);
        ask(request(luna, "dream", "I fell.", 0.2));

        assertThat(memoriesOnceThereAre(2, luna).getList("items.content")).containsExactly("I fell.", "I flew.");
        assertThat(formed(luna, 2)).hasSize(2);
    }

    @Test
    void when_there_is_no_room_the_least_important_goes_and_of_those_the_oldest() throws Exception {
        String luna = ana.createsLuna();

        for (double importance : List.of(0.1, 0.9, 0.1, 0.5, 0.8, 0.0)) {
            ask(request(luna, "experience", "Something " + UUID.randomUUID(), importance));
        }
        assertThat(formed(luna, 6)).hasSize(6);

        assertThat(importances(luna)).containsExactly(0.0, 0.8, 0.5, 0.1, 0.9);
        ask(request(luna, "experience", "One more", 0.3));
        assertThat(formed(luna, 7)).hasSize(7);
        assertThat(importances(luna)).containsExactly(0.3, 0.8, 0.5, 0.1, 0.9);
    }

    @Test
    void memories_come_in_pages_the_newest_first_and_by_type() throws Exception {
        String luna = ana.createsLuna();
        for (String kind : List.of("dream", "reflection", "dream", "milestone", "dream")) {
            ask(request(luna, kind, "A " + kind + " " + UUID.randomUUID(), 0.5));
        }
        memoriesOnceThereAre(5, luna);

        assertThat(pages(luna, "limit=2")).containsExactly("dream", "milestone", "dream", "reflection", "dream");
        assertThat(pages(luna, "limit=2&type=dream")).containsExactly("dream", "dream", "dream");
        assertThat(pages(luna, "type=emotional_peak")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"type=rumour", "limit=0", "cursor=bm90IGFuIGlk"})
    void a_page_that_cannot_be_is_refused(String query) {
        int status = ana.asks()
                .get("/avatars/" + ana.createsLuna() + "/memories?" + query)
                .then()
                .contentType("application/problem+json")
                .extract()
                .statusCode();

        assertThat(status).isIn(400, 422);
    }

    @Test
    void others_avatars_remember_nothing_that_one_could_tell_from_unknown_ones() throws Exception {
        String luna = ana.createsLuna();
        String nobody = UUID.randomUUID().toString();
        ask(request(luna, "dream", "I flew.", 0.2));
        memoriesOnceThereAre(1, luna);
        Owner ben = Owner.anew();

        assertThat(answer(ben, luna)).isEqualTo(answer(ben, nobody)).contains("\"status\":404");
        given().get("/avatars/" + luna + "/memories").then().statusCode(401);
    }

    @Test
    void an_erased_avatar_forgets_everything_and_nothing_is_added() throws Exception {
        String luna = ana.createsLuna();
        String sol = ana.createsLuna();
        ask(request(luna, "dream", "I flew.", 0.2));
        memoriesOnceThereAre(1, luna);
        long dead = tap.waitingIn(DEAD);
        double handled = handledRequests();

        ana.asks().delete("/avatars/" + luna).then().statusCode(204);
        ask(request(luna, "dream", "I am still here.", 0.2));
        await().until(() -> handledRequests() > handled);
        ask(request(sol, "dream", "I flew.", 0.2));

        // The outbox keeps the order: had there been news of Luna, they would have come before those of Sol.
        formed(sol, 1);
        ana.asks().get("/avatars/" + luna + "/memories").then().statusCode(404);
        assertThat(formed(luna)).hasSize(1);
        assertThat(tap.waitingIn(DEAD)).isEqualTo(dead);
    }

    @Test
    void what_cannot_be_kept_is_a_dead_letter_and_holds_nobody_up() throws Exception {
        String luna = ana.createsLuna();
        long dead = tap.waitingIn(DEAD);

        ask(request(UUID.randomUUID().toString(), "dream", "I never was.", 0.2));
        ask(request(luna, "rumour", "They say.", 0.2));
        ask(request(luna, "dream", "x".repeat(2_001), 0.2));
        ask(request(luna, "dream", "I flew.", 1.4));
        ask(request(luna, "dream", "I flew.", 0.2));

        memoriesOnceThereAre(1, luna);
        await().untilAsserted(() -> assertThat(tap.waitingIn(DEAD)).isEqualTo(dead + 4));
    }

    private CloudEvent<?> ask(RememberV1 request) throws IOException {
        CloudEvent<RememberV1> envelope =
                CloudEvent.first(UUID.randomUUID(), "/viva/life", Instant.now(), EVENING, null, request);
        tap.ask("avatar.memories", Envelopes.encode(envelope));
        return envelope;
    }

    private static RememberV1 request(String avatar, String kind, String content, double importance) {
        MessageId id = new MessageId(UUID.randomUUID());
        return new RememberV1(AvatarId.of(avatar), id, kind, content, importance, List.of(SOL), EVENING);
    }

    private JsonPath memoriesOnceThereAre(int count, String avatar) {
        await().untilAsserted(() -> ana.asks()
                .get("/avatars/" + avatar + "/memories")
                .then()
                .statusCode(200)
                .body("items", hasSize(count))
                .body("next_cursor", equalTo(null)));
        return ana.asks().get("/avatars/" + avatar + "/memories").jsonPath();
    }

    private List<Double> importances(String avatar) {
        return ana.asks().get("/avatars/" + avatar + "/memories").jsonPath().getList("items.importance", Double.class);
    }

    private List<String> pages(String avatar, String query) {
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = ana.asks()
                    .get("/avatars/" + avatar + "/memories?" + query + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read.addAll(page.getList("items.type", String.class));
            cursor = page.getString("next_cursor") == null ? null : "&cursor=" + page.getString("next_cursor");
        }
        return read;
    }

    private double handledRequests() {
        return metrics
                .get("viva.messages")
                .tag("queue", "avatar.memories")
                .tag("outcome", "handled")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private List<CloudEvent<?>> formed(String avatar, int atLeast) {
        await().untilAsserted(() -> assertThat(formed(avatar)).hasSizeGreaterThanOrEqualTo(atLeast));
        return formed(avatar);
    }

    private List<CloudEvent<?>> formed(String avatar) {
        return tap.bodies().stream()
                .<CloudEvent<?>>map(body -> Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)))
                .filter(event -> event.subject().toString().equals(avatar))
                .toList();
    }

    private static String answer(Owner owner, String avatar) {
        return owner.asks().get("/avatars/" + avatar + "/memories").asString().replace(avatar, "ID");
    }

    /** Little room, and little patience with what cannot be handled. */
    public static class ForgetfulWorld implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "viva.avatar.memories", "5",
                    "viva.messaging.attempts", "3",
                    // An erasure's sweep holds the dead letters for a moment, and they are counted here.
                    "viva.avatar.erasure-pause", "1H");
        }
    }
}
