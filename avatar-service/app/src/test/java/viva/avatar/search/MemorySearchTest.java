package viva.avatar.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.avatar.rest.Owner;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.FactSlot;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ForgetAboutV1;
import viva.contracts.message.MemoryCommand;
import viva.contracts.message.RecalledV1;
import viva.contracts.message.RememberV1;
import viva.platform.messaging.Envelopes;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
@WithTestResource(FakeLlm.class)
class MemorySearchTest {
    private static final WorldTime EVENING = WorldTime.parse("2030-01-01T17:00:00Z");
    private static final AvatarId SOL = new AvatarId(UUID.randomUUID());
    private static final AvatarId THEO = new AvatarId(UUID.randomUUID());

    @ConfigProperty(name = "viva.messaging.url")
    String broker;

    private final Owner ana = Owner.anew();
    private String luna;
    private EventTap tap;

    @BeforeEach
    void open() throws Exception {
        tap = new EventTap(broker, "memory.formed.*");
        FakeLlm.away(false);
        FakeLlm.model("fake-1");
        ManagementPort.awaitReady();
        luna = ana.createsLuna();
    }

    @AfterEach
    void close() throws Exception {
        tap.close();
    }

    @Test
    void what_is_posted_is_found_by_its_words_at_once() {
        FakeLlm.away(true);
        String id = posts(Map.of(
                "content",
                "Caroline: My uncle Zebedee sails.",
                "occurred_at",
                "2023-05-08T13:56:00Z",
                "importance",
                .8));

        JsonPath found = searches("Who is Zebedee?");

        assertThat(found.getString("items[0].id")).isEqualTo(id);
        assertThat(found.getString("items[0].content")).isEqualTo("Caroline: My uncle Zebedee sails.");
        assertThat(found.getString("items[0].occurred_at")).isEqualTo("2023-05-08T13:56:00Z");
        assertThat(found.getDouble("items[0].importance")).isEqualTo(.8);
        assertThat(found.getString("by")).isEqualTo("words");
        assertThat(found.getString("items[0].parts.semantic")).isNull();
        for (String number : List.of("score", "relevance", "retrievability", "parts.lexical", "parts.date")) {
            assertThat(found.getDouble("items[0]." + number)).as(number).isBetween(0.0, 1.0);
        }
    }

    @Test
    void what_means_the_same_is_found_within_seconds_without_a_word_in_common() {
        posts(Map.of("content", "We bought a red car."));
        String id = posts(Map.of("content", "A puppy moved in with us."));

        await().untilAsserted(() -> {
            JsonPath found = searches("Is there a dog?");
            assertThat(found.getString("by")).isEqualTo("meaning");
            assertThat(found.getString("items[0].id")).isEqualTo(id);
            // A turn has a little of the one before it.
            assertThat(semantic(found, 0)).isGreaterThan(.9);
            assertThat(semantic(found, 1)).isZero();
        });
    }

    @Test
    void a_text_that_the_model_refuses_fails_alone_and_is_found_by_its_words() {
        posts(Map.of("content", "Quokka " + FakeLlm.POISON));
        String id = posts(Map.of("content", "The puppy sleeps."));

        await().untilAsserted(() -> assertThat(semantic(searches("dog"), 0)).isEqualTo(1));
        assertThat(searches("dog").getString("items[0].id")).isEqualTo(id);
        assertThat(searches("quokka").getString("items[0].content")).contains("Quokka");
    }

    @Test
    void another_model_embeds_anew_and_search_answers_meanwhile() {
        String id = posts(Map.of("content", "The puppy sleeps."));
        await().untilAsserted(() -> assertThat(semantic(searches("dog"), 0)).isEqualTo(1));

        FakeLlm.model("fake-2");

        assertThat(searches("dog").getString("items[0].parts.semantic")).isNull();
        await().untilAsserted(() -> {
            JsonPath found = searches("dog");
            assertThat(found.getString("items[0].id")).isEqualTo(id);
            assertThat(semantic(found, 0)).isEqualTo(1);
        });
    }

    @Test
    void the_same_said_again_is_held_by_the_first() {
        String first = posts(Map.of("content", "Ana: I planted roses.", "importance", .2));

        String again = posts(Map.of("content", "Ana: I planted ROSES!", "importance", .9));
        String other = posts(Map.of("content", "Ben: I planted roses."));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        ana.asks()
                .get(memories())
                .then()
                .body("items.size()", equalTo(2))
                .body("items.find { it.id == '" + first + "' }.importance", equalTo(.9f));
    }

    @Test
    void texts_that_mean_the_same_but_for_words_that_say_nothing_are_one_memory_and_near_ones_are_not() {
        String first = posts(Map.of("content", "I planted roses in the garden", "importance", .2));
        posts(Map.of("content", "Oh, I really planted the roses in the garden!", "importance", .9));
        posts(Map.of("content", "I planted roses in the garden, not 3"));
        posts(Map.of("content", "I planted lilies in the garden"));

        await().untilAsserted(() -> {
            JsonPath found = searches("roses planted in the garden");
            assertThat(found.getList("items.id")).hasSize(3);
            assertThat(semantic(found, 2)).isEqualTo(1);
            assertThat(found.getDouble("items.find { it.id == '" + first + "' }.importance"))
                    .isEqualTo(.9);
        });
    }

    @Test
    void dates_and_speakers_of_the_question_count_as_of_the_instant_it_is_asked_at() {
        posts(Map.of("content", "Ana: Roses again", "occurred_at", "2023-04-02T10:00:00Z"));
        String may = posts(Map.of("content", "Ana: Roses bloom", "occurred_at", "2023-05-02T10:00:00Z"));
        posts(Map.of("content", "Ben: Roses wither", "occurred_at", "2023-05-03T10:00:00Z"));
        String later = posts(Map.of("content", "Ana: Roses sleep", "occurred_at", "2024-01-03T10:00:00Z"));

        JsonPath found = searches("What did Ana say of roses last month?", "as_of", "2023-06-20T10:00:00Z");

        assertThat(found.getString("items[0].id")).isEqualTo(may);
        assertThat(found.getList("items.id")).hasSize(3).doesNotContain(later);
        assertThat(found.getDouble("items[0].parts.speaker")).isEqualTo(1);
        assertThat(found.getDouble("items[0].parts.date")).isEqualTo(1);
    }

    @Test
    void a_search_is_narrowed_by_type_participant_and_time() throws Exception {
        posts(Map.of("content", "Roses of April", "occurred_at", "2023-04-02T10:00:00Z"));
        String may = posts(Map.of("content", "Roses of May", "occurred_at", "2023-05-02T10:00:00Z"));
        String dream =
                posts(Map.of("content", "Roses of a dream", "type", "dream", "occurred_at", "2023-06-01T00:00:00Z"));
        MessageId withSol = remember("Roses for Sol", List.of(SOL), null, null);

        assertThat(searches("roses", "type", "dream").getList("items.id")).containsExactly(dream);
        assertThat(searches("roses", "with", SOL.toString()).getList("items.id"))
                .containsExactly(withSol.toString());
        assertThat(searches("roses", "from", "2023-05-01T00:00:00Z", "to", "2023-06-01T00:00:00Z")
                        .getList("items.id"))
                .containsExactly(may);
    }

    @Test
    void a_newer_fact_supersedes_an_older_one_which_stays_searchable() throws Exception {
        String lisbon = fact("home", "Lisbon", "2026-01-05T10:00:00Z");
        String porto = fact("home", "Porto", "2026-03-05T10:00:00Z");
        String dog = fact("pets:dog", "Bruno", "2026-02-05T10:00:00Z");
        String late = fact("home", "Faro", "2025-12-05T10:00:00Z");

        assertThat(recalls("owner", "What is my home?").getList("id"))
                .contains(porto, dog)
                .doesNotContain(lisbon, late);
        JsonPath found = searches("What is my home?");
        assertThat(found.getList("items.id")).contains(lisbon, porto, late);
        assertThat(found.getString("items.find { it.id == '" + lisbon + "' }.superseded_by"))
                .isEqualTo(porto);
        assertThat(found.getString("items.find { it.id == '" + late + "' }.superseded_by"))
                .isEqualTo(porto);
        assertThat(fact("home", "porto", "2026-04-05T10:00:00Z")).isEqualTo(porto);
    }

    @Test
    void what_is_for_the_owner_or_another_pair_is_told_to_nobody_else() throws Exception {
        remember("The canary told by my owner", List.of(SOL), Audience.OWNER, null);
        remember("The canary of Sol and me", List.of(SOL), null, null);
        remember("The canary of Theo and me", List.of(THEO), null, null);
        remember("The canary that everybody knows", List.of(), Audience.ANYONE, null);
        remember("A dream of the canary", List.of(), null, null);

        assertThat(recalls("owner", "canary").getList("content")).hasSize(5);
        assertThat(recalls("pair&with=" + SOL, "canary").getList("content"))
                .containsExactlyInAnyOrder("The canary of Sol and me", "The canary that everybody knows");
        assertThat(recalls("anyone", "canary").getList("content")).containsExactly("The canary that everybody knows");
    }

    @Test
    void what_is_derived_is_for_the_narrowest_audience_and_goes_with_its_source() throws Exception {
        MessageId told = remember("My owner told me of the canary", List.of(), Audience.OWNER, null);
        MessageId known = remember("Everybody knows the canary", List.of(), Audience.ANYONE, null);
        MessageId insight = remember("Insight: the canary matters", List.of(), Audience.ANYONE, List.of(told, known));
        MessageId insightAlone = remember("Insight: my owner likes canaries", List.of(), null, List.of(told));
        MessageId dream = remember("A dream of the insight", List.of(), null, List.of(insightAlone));

        assertThat(recalls("anyone", "canary").getList("id")).containsExactly(known.toString());
        List<String> deleted = ana.asks()
                .delete(memories() + "/" + told)
                .then()
                .statusCode(200)
                .extract()
                .path("deleted");

        assertThat(deleted).containsExactlyInAnyOrder(told.toString(), insightAlone.toString(), dream.toString());

        assertThat(ana.asks().get(memories()).jsonPath().getList("items.id"))
                .containsExactlyInAnyOrder(known.toString(), insight.toString())
                .doesNotContain(insightAlone.toString(), dream.toString());
        ana.asks().delete(memories() + "/" + told).then().statusCode(404);
    }

    @Test
    void an_erased_avatar_recalls_nothing_from_a_process_that_held_its_memories() throws Exception {
        remember("We danced", List.of(SOL), null, null);
        assertThat(recalls("owner", "danced").getList("id")).hasSize(1);

        ana.asks().delete("/avatars/" + luna).then().statusCode(204);

        assertThat(recalls("owner", "danced").getList("id")).isEmpty();
    }

    @Test
    void a_recall_that_an_event_used_reinforces_once_and_searching_never() throws Exception {
        MessageId id = remember("We danced", List.of(SOL), null, null);
        searches("danced");
        recalls("owner", "danced");
        RecalledV1 recalled = new RecalledV1(
                AvatarId.of(luna),
                new MessageId(UUID.randomUUID()),
                List.of(id, new MessageId(UUID.randomUUID())),
                EVENING);

        ask(recalled);
        ask(recalled);
        ask(new RecalledV1(AvatarId.of(luna), new MessageId(UUID.randomUUID()), List.of(id), EVENING));
        remember("The end", List.of(), null, null);

        ana.asks().get(memories()).then().body("items.find { it.id == '" + id + "' }.recalls", equalTo(2));
    }

    @Test
    void an_owner_pins_weighs_and_corrects_a_memory() {
        String id = posts(Map.of("content", "The puppy sleeps."));
        searches("puppy");

        ana.asks()
                .body(Map.of("pinned", true, "importance", 1, "content", "The cello sleeps."))
                .patch(memories() + "/" + id)
                .then()
                .statusCode(200)
                .body("pinned", equalTo(true))
                .body("importance", equalTo(1f))
                .body("content", equalTo("The cello sleeps."));

        await().untilAsserted(
                        () -> assertThat(semantic(searches("instrument"), 0)).isEqualTo(1));
        assertThat(searches("puppy").getDouble("items[0].parts.lexical")).isZero();
        ana.asks().body("{}").patch(memories() + "/" + UUID.randomUUID()).then().statusCode(404);
        ana.asks()
                .body("{\"importance\":2}")
                .patch(memories() + "/" + id)
                .then()
                .statusCode(422);
    }

    @Test
    void others_avatars_are_searched_and_changed_as_unknown_ones() {
        String id = posts(Map.of("content", "A secret"));
        Owner ben = Owner.anew();

        ben.asks().get(memories() + "/search?q=secret").then().statusCode(404);
        ben.asks().body(Map.of("content", "Mine")).post(memories()).then().statusCode(404);
        ben.asks().body("{\"pinned\":true}").patch(memories() + "/" + id).then().statusCode(404);
        ben.asks().delete(memories() + "/" + id).then().statusCode(404);
        given().get(memories() + "/search?q=secret").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|content",
                "{\"content\":\"  \"}|content",
                "{\"content\":\"x\",\"type\":\"rumour\"}|kind",
                "{\"content\":\"x\",\"importance\":1.5}|importance",
                "{\"content\":\"x\",\"occurred_at\":\"yesterday\"}|occurred_at",
                "{\"content\":\"x\",\"occurred_at\":\"2999-01-01T00:00:00Z\"}|occurred_at",
                "{\"content\":\"x\",\"audience\":\"friends\"}|audience",
                "{\"content\":\"x\",\"slot\":{\"name\":\"home\",\"value\":\"\"}}|slot.value"
            })
    void what_cannot_be_remembered_is_refused_by_name(String body, String field) {
        ana.asks().body(body).post(memories()).then().statusCode(422).body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({"q=", "q=x&limit=0", "q=x&type=rumour", "q=x&as_of=now", "q=x&with=me", "limit=3"})
    void a_search_that_cannot_be_is_refused(String query) {
        ana.asks().get(memories() + "/search?" + query).then().statusCode(422).body("detail", notNullValue());
    }

    /** Null where no vectors were compared. */
    private static Double semantic(JsonPath found, int item) {
        Number semantic = found.get("items[" + item + "].parts.semantic");
        return semantic == null ? null : semantic.doubleValue();
    }

    private String memories() {
        return "/avatars/" + luna + "/memories";
    }

    private String posts(Map<String, Object> body) {
        return ana.asks()
                .body(body)
                .post(memories())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void what_an_owner_wants_forgotten_is_deleted_with_what_was_derived_from_it_alone() throws IOException {
        Instant now = Instant.now();
        MessageId dog = told("My owner's dog is called Bruno.", now.minusSeconds(60));
        MessageId home = told("My owner lives in Porto.", now.minusSeconds(60));
        MessageId insight = remember("Bruno means a lot to my owner.", List.of(), Audience.OWNER, List.of(dog));
        MessageId later = told("My owner's new dog is called Rex.", now.plusSeconds(60));
        assertThat(recalls("owner", "Who is Bruno?").getList("id", String.class))
                .contains(dog.toString(), insight.toString());

        ask(new ForgetAboutV1(AvatarId.of(luna), new MessageId(UUID.randomUUID()), "my dog", now));

        await().untilAsserted(() -> assertThat(recalls("owner", "Who is Bruno?").getList("id", String.class))
                .doesNotContain(dog.toString(), insight.toString()));
        assertThat(recalls("owner", "Where is Porto? And Rex?").getList("id", String.class))
                .contains(home.toString(), later.toString());
    }

    /** What an owner told at a real instant; kept when this returns. */
    private MessageId told(String content, Instant at) throws IOException {
        MessageId id = new MessageId(UUID.randomUUID());
        ask(new RememberV1(
                AvatarId.of(luna),
                id,
                "interaction",
                content,
                .5,
                List.of(),
                EVENING,
                null,
                Audience.OWNER,
                true,
                null,
                null,
                null,
                at,
                null));
        await().until(() -> tap.bodies().stream().anyMatch(body -> body.contains("\"" + id + "\"")));
        return id;
    }

    private JsonPath searches(String question, String... parameter) {
        var request = ana.asks().queryParam("q", question);
        for (int i = 0; i < parameter.length; i += 2) {
            request.queryParam(parameter[i], parameter[i + 1]);
        }
        return request.get(memories() + "/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath recalls(String audience, String question) {
        return given().queryParam("query", question)
                .get("/internal/avatars/" + luna + "/recall?audience=" + audience)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String fact(String slot, String value, String at) throws IOException {
        return ana.asks()
                .body(Map.of(
                        "content",
                        "My owner's " + slot.replace(':', ' ') + " is " + value,
                        "slot",
                        new FactSlot(slot, value),
                        "occurred_at",
                        at))
                .post(memories())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Kept when this returns. */
    private MessageId remember(String content, List<AvatarId> with, Audience audience, List<MessageId> sources)
            throws IOException {
        MessageId id = new MessageId(UUID.randomUUID());
        ask(new RememberV1(
                AvatarId.of(luna),
                id,
                "reflection",
                content,
                .5,
                with,
                EVENING,
                null,
                audience,
                false,
                null,
                null,
                sources,
                null,
                null));
        await().until(() -> tap.bodies().stream().anyMatch(body -> body.contains("\"" + id + "\"")));
        return id;
    }

    private void ask(MemoryCommand command) throws IOException {
        CloudEvent<MemoryCommand> envelope =
                CloudEvent.first(UUID.randomUUID(), "/viva/life", Instant.now(), EVENING, null, command);
        tap.ask("avatar.memories", Envelopes.encode(envelope));
    }
}
