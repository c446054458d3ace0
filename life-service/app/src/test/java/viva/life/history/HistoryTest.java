package viva.life.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.message.AvatarDeletedV1;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** The past of avatars over the real edges, in a world where an hour passes in a second. */
@QuarkusTest
@TestProfile(HistoryTest.Fast.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class HistoryTest {
    /** Fast enough for a course of hours, slow enough that ticks are lived on time on a busy machine: a settled sample needs that. */
    public static class Fast implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("viva.world.scale", "3600", "viva.history.sample-every", "1s");
        }
    }

    private static final Duration PATIENCE = Waiting.PATIENCE;

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    /** Samples into which every input that was journalled for an instant before them had gone. */
    private static final String SETTLED_SAMPLES = """
            SELECT * FROM mind_sample s WHERE %s AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.avatar_id = s.avatar_id
            AND j.tick > s.tick AND j.world_millis <= s.world_millis) ORDER BY at""";

    @Inject
    Pool pool;

    @Inject
    DataSource dataSource;

    @Inject
    RollUps rollUps;

    @Inject
    Retention retention;

    private LivingAvatar luna;

    @BeforeEach
    void an_avatar_lives() {
        luna = LivingAvatar.born(broker, pool);
    }

    @AfterEach
    void the_others_go() {
        luna.close();
    }

    private RequestSpecification as(AccountId account) {
        return LivingAvatar.as(account);
    }

    private Response ask(String what, Map<String, ?> parameters) {
        return luna.ask(what, parameters);
    }

    private List<Row> rows(String sql) {
        return luna.rows(sql);
    }

    /** Without those that were taken before everything due at their instant had reached the mind: the past as it is told is newer. */
    private List<Row> settledSamples(int count) {
        return await().until(
                        () -> rows(SETTLED_SAMPLES).stream()
                                .filter(HistoryTest::nothingWasDue)
                                .toList(),
                        rows -> rows.size() >= count);
    }

    private static boolean nothingWasDue(Row sample) {
        Mind mind = MindCodec.decode(sample.getBuffer("mind").getBytes());
        return mind.nextTick().millis() > sample.getLong("world_millis");
    }

    private List<Row> samples(int count) {
        return await().atMost(PATIENCE)
                .until(() -> rows("SELECT * FROM mind_sample WHERE %s ORDER BY at"), rows -> rows.size() >= count);
    }

    private void everyLifeIsAsItsJournalSays() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(FoldedLives.allAreAsTheirJournalsSay(connection)).isPositive();
        }
    }

    @Test
    void the_state_at_a_past_instant_is_what_was_sampled_then() throws SQLException {
        luna.answered("I love you");
        List<Row> samples = settledSamples(4);

        samples.forEach(this::theStateThenIsToldAsIn);
        everyLifeIsAsItsJournalSays();
    }

    @Test
    void where_no_sample_is_the_past_is_lived_again_from_the_birth_with_every_message() {
        luna.answered("I love you");
        luna.answered("I hate you");
        long heard = rows("SELECT max(tick) AS tick FROM journal WHERE %s AND kind = 'owner_message'")
                .getFirst()
                .getLong("tick");
        Row sample = await().until(
                        () -> settledSamples(1).stream()
                                .filter(row -> row.getLong("tick") > heard)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();

        run("DELETE FROM mind_sample WHERE %s AND at <= '" + sample.getOffsetDateTime("at") + "'");

        theStateThenIsToldAsIn(sample);
    }

    private void theStateThenIsToldAsIn(Row sample) {
        JsonPath state = ask(
                        "/state", Map.of("at", sample.getOffsetDateTime("at").toString()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(Instant.parse(state.getString("world_time")).toEpochMilli())
                .isEqualTo(sample.getLong("world_millis"));
        assertThat(state.getDouble("mood")).isCloseTo(sample.getFloat("mood"), within(1e-5));
        assertThat(state.getDouble("needs.energy")).isCloseTo(sample.getFloat("energy"), within(1e-4));
        assertThat(state.getDouble("needs.social")).isCloseTo(sample.getFloat("social"), within(1e-4));
        assertThat(state.getDouble("emotions.joy")).isCloseTo(sample.getArrayOfFloats("emotions")[0], within(1e-5));
        assertThat(state.getString("activity")).isEqualTo(sample.getString("activity"));
        assertThat(state.getBoolean("asleep")).isEqualTo(sample.getBoolean("asleep"));
    }

    @Test
    void an_instant_that_cannot_be_told_is_refused_in_words() {
        ask("/state", Map.of("at", Instant.now().plusSeconds(60).toString()))
                .then()
                .statusCode(422)
                .body("detail", equalTo("at must not be in the future"));
        ask("/state", Map.of("at", Instant.now().minusSeconds(3_600).toString()))
                .then()
                .statusCode(422)
                .body("detail", containsString("when it was born"));
        ask("/state", Map.of("at", "yesterday")).then().statusCode(422).body("errors[0].field", equalTo("at"));
        as(new AccountId(UUID.randomUUID()))
                .queryParam("at", Instant.now().minusSeconds(1).toString())
                .get("/avatars/" + luna.id() + "/state")
                .then()
                .statusCode(404);
    }

    @Test
    void the_course_of_a_life_is_told_point_by_point_from_its_birth_on() {
        List<Row> samples = settledSamples(3);
        String from = samples.getFirst().getOffsetDateTime("at").toString();
        String to = samples.getLast().getOffsetDateTime("at").toString();

        JsonPath some = ask("/history", Map.of("from", from, "to", to, "step", "PT1S"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath all =
                ask("/history", Map.of()).then().statusCode(200).extract().jsonPath();

        assertThat(some.getString("source")).isEqualTo("exact");
        assertThat(some.getList("items")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(some.getDouble("items[0].mood")).isCloseTo(samples.getFirst().getFloat("mood"), within(1e-5));
        assertThat(some.getString("items[0].activity"))
                .isEqualTo(samples.getFirst().getString("activity"));
        assertThat(all.getList("items")).isNotEmpty().hasSizeLessThanOrEqualTo(200);
        ask("/history", Map.of("from", to, "to", from)).then().statusCode(422);
        ask("/history", Map.of("step", "P1X")).then().statusCode(422).body("errors[0].field", equalTo("step"));
        ask("/history", Map.of("step", "PT1S")).then().statusCode(422).body("detail", containsString("1000"));
    }

    @Test
    void the_causes_of_a_change_are_told() {
        var message = luna.peers().wrote(luna.id(), luna.owner(), "You are wonderful, I love you");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        ask("/why", Map.of("message", message.data().messageId().toString()))
                                        .statusCode()
                                == 200);

        JsonPath why = ask("/why", Map.of("message", message.data().messageId().toString()))
                .jsonPath();
        long tick = why.getLong("items[0].tick");

        assertThat(why.getList("items[0].steps.kind", String.class))
                .startsWith("event", "appraisal")
                .endsWith("act");
        assertThat(why.getDouble("items[0].steps[1].numbers.desirability")).isGreaterThan(.5);
        assertThat(ask("/why", Map.of("tick", tick)).jsonPath().getString("items[0].steps[0].text"))
                .contains("You are wonderful");
        assertThat(ask("/why", Map.of("tick", 1)).jsonPath().getString("items[0].steps[0].text"))
                .startsWith("a life begins");
        for (long before = 2; before < tick; before++) {
            ask("/why", Map.of("tick", before)).then().statusCode(200).body("items[0].steps[0].kind", equalTo("event"));
        }
        ask("/why", Map.of("tick", 1_000_000)).then().statusCode(422);
        ask("/why", Map.of("tick", "x")).then().statusCode(422);
        ask("/why", Map.of()).then().statusCode(422);
        ask("/why", Map.of("message", UUID.randomUUID().toString())).then().statusCode(404);
        ask("/why", Map.of("conversation", UUID.randomUUID().toString())).then().statusCode(404);
    }

    @Test
    void an_avatar_that_is_deleted_leaves_no_past() {
        samples(1);

        luna.peers().say(Peers.envelope(new AvatarDeletedV1(luna.id(), 2)));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(rows("SELECT 1 FROM mind_sample WHERE %s")).isEmpty());
        ask("/history", Map.of()).then().statusCode(404);
        ask("/why", Map.of("tick", 1)).then().statusCode(404);
    }

    @Test
    void samples_are_averaged_before_they_are_forgotten_and_the_averages_are_told() {
        samples(2);
        run(
                "INSERT INTO mind_sample SELECT shard_id, avatar_id, "
                        + "date_trunc('hour', at, 'UTC') - interval '40 days' + n * interval '10 minutes', world_millis, tick, n * .1, "
                        + "wellbeing, energy, social, stimulation, comfort, emotions, activity, desire, asleep, mind "
                        + "FROM mind_sample, generate_series(1, 3) n WHERE %s AND at = (SELECT min(at) FROM mind_sample WHERE %s)");

        // Again and again, as upkeep of the service itself may be at it: each leaves to the other what that has begun.
        await().untilAsserted(() -> {
            rollUps.run().await().atMost(PATIENCE);
            retention.run().await().atMost(PATIENCE);
            assertThat(rows("SELECT 1 FROM mind_day WHERE %s")).isNotEmpty();
            assertThat(rows("SELECT 1 FROM mind_sample WHERE %s AND at < now() - interval '30 days'"))
                    .isEmpty();
        });
        Row hour = rows("SELECT * FROM mind_hour WHERE %s ORDER BY at").getFirst();
        Row day = rows("SELECT * FROM mind_day WHERE %s ORDER BY at").getFirst();
        run("DELETE FROM journal WHERE %s AND kind = 'born'");
        JsonPath told = ask(
                        "/history",
                        Map.of("from", Instant.now().minus(Duration.ofDays(45)).toString()))
                .jsonPath();

        assertThat(hour.getLong("samples")).isEqualTo(3);
        assertThat(day.getLong("samples")).isEqualTo(3);
        assertThat(hour.getDouble("mood_avg")).isCloseTo(.2, within(1e-6));
        assertThat(hour.getFloat("mood_min")).isEqualTo(.1f);
        assertThat(day.getFloat("mood_max")).isEqualTo(.3f);
        assertThat(told.getString("source")).isEqualTo("hour");
        assertThat(told.getDouble("items[0].mood")).isCloseTo(.2, within(1e-6));
    }

    private void run(String sql) {
        rows(sql);
    }

    @Test
    void every_line_of_the_clock_is_kept() {
        var operator = given().header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.internal("life", luna.owner())
                                        .withGroups("operator")
                                        .sign());
        int before = rows("SELECT 1 FROM clock_line").size();

        operator.post("/world/pause").then().statusCode(200);
        operator.post("/world/resume").then().statusCode(200);

        assertThat(rows("SELECT 1 FROM clock_line")).hasSize(before + 2);
    }
}
