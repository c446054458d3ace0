package viva.matchmaker.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.DepartureReason;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.AvatarUpdatedV1;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.BondEvolvedV1;
import viva.contracts.message.Event;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.MatchLostV1;
import viva.contracts.message.MatchMutualV1;
import viva.matchmaker.match.MatchConfig;
import viva.matchmaker.rest.Town.Single;
import viva.platform.messaging.Envelopes;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "matchmaker"))
class MatchResourceTest {
    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    @Inject
    MatchConfig config;

    /** Nobody else in the world cares about it, so those who do are at the top of each other's list. */
    private final String topic = UUID.randomUUID().toString();

    private EventTap matches;
    private Town town;
    private Single ana;
    private Single ben;

    @BeforeEach
    void meetAnaAndBen() throws Exception {
        matches = new EventTap(brokerUrl, "match.*.*");
        town = new Town(matches);
        ManagementPort.awaitReady();
        ana = town.single(topic);
        ben = town.single(topic);
        await().untilAsserted(() -> assertThat(ana.offered()).contains(ben.id().toString()));
    }

    @AfterEach
    void hangUp() throws Exception {
        matches.close();
    }

    @Test
    void the_best_match_comes_first_with_its_breakdown() {
        JsonPath first = ana.matches().then().statusCode(200).extract().jsonPath();

        assertThat(first.getString("items[0].avatar.id")).isEqualTo(ben.id().toString());
        assertThat(first.getString("items[0].avatar.name")).startsWith("One for");
        // .45 for O, C, E alike + .1 for A .5 + .075 for N .5 + .2 secure
        assertThat(first.getDouble("items[0].score.personality")).isCloseTo(0.825, within(1e-9));
        assertThat(first.getDouble("items[0].score.interests")).isEqualTo(1);
        assertThat(first.getDouble("items[0].score.total")).isCloseTo(0.35 * 0.825 + 0.65, within(1e-9));
        assertThat(first.getDouble("items[0].confidence")).isCloseTo(1, within(1e-9));
        assertThat(first.getString("items[0].explanation")).contains(topic);
    }

    @Test
    void a_pair_has_one_score_seen_from_either_side() {
        JsonPath anas = ana.scoreWith(ben);

        assertThat(anas.<Object>get("score")).isEqualTo(ben.scoreWith(ana).get("score"));
        assertThat(anas.getString("avatar.id")).isEqualTo(ben.id().toString());
    }

    @Test
    void what_nobody_said_is_null_in_the_breakdown_and_lowers_the_confidence() throws Exception {
        Single quiet = town.single("");
        Single silent = town.single("");

        JsonPath score = quiet.scoreWith(silent);

        assertThat(score.<Object>get("score.interests")).isNull();
        assertThat(score.<Object>get("score.values")).isNull();
        assertThat(score.getDouble("confidence")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void good_matches_are_told_to_both_once() throws Exception {
        town.announce(new AvatarUpdatedV1(ben.id(), new AccountId(ben.owner()), 2, Town.profile(topic)));
        Single cleo = town.single(topic);

        await().untilAsserted(() -> assertThat(newsOf(cleo)).hasSizeGreaterThanOrEqualTo(2));
        assertThat(newsOf(ana))
                .filteredOn(event -> isFound(event, ben))
                .singleElement()
                .extracting("otherName")
                .isEqualTo(Town.profile(topic).name());
        assertThat(newsOf(ben)).filteredOn(event -> isFound(event, ana)).hasSize(1);
        assertThat(newsOf(ana)).filteredOn(event -> isFound(event, cleo)).hasSize(1);
    }

    @Test
    void who_suits_everybody_is_not_told_of_every_newcomer() throws Exception {
        String hobby = UUID.randomUUID().toString();
        UUID eldest = UUID.randomUUID();
        List<Single> newcomers = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            // The lower id comes first among equals: each newcomer finds those who came first.
            AvatarId id = new AvatarId(new UUID(eldest.getMostSignificantBits(), number));
            Single newcomer = town.single(hobby, new Single(id, UUID.randomUUID()));
            int finds = Math.min(number, config.toldPerAvatar());
            await().untilAsserted(() -> assertThat(newsOf(newcomer)).hasSizeGreaterThanOrEqualTo(finds));
            newcomers.add(newcomer);
        }

        assertThat(newsOf(newcomers.getFirst()))
                .hasSizeBetween(config.foundPerDay(), config.foundPerDay() + config.toldPerAvatar());
    }

    @Test
    void two_likes_make_a_mutual_match_told_to_both_once() {
        ana.says("likes", ben).then().statusCode(200).body("mutual", equalTo(false));
        ben.says("likes", ana).then().statusCode(200).body("mutual", equalTo(true));
        ana.says("likes", ben).then().statusCode(200).body("mutual", equalTo(true));

        for (Single side : List.of(ana, ben)) {
            await().untilAsserted(() -> assertThat(newsOf(side))
                    .filteredOn(MatchMutualV1.class::isInstance)
                    .singleElement()
                    .extracting("otherName")
                    .isEqualTo(Town.profile(topic).name()));
        }
    }

    @Test
    void whom_one_passes_on_is_not_offered_again_but_the_other_way() {
        ana.says("passes", ben).then().statusCode(200);

        assertThat(ana.offered()).doesNotContain(ben.id().toString());
        assertThat(ben.offered()).contains(ana.id().toString());
    }

    @Test
    void couples_and_recent_exes_are_not_offered_to_each_other() throws Exception {
        bond(BondStatus.DATING, 1);
        await().untilAsserted(
                        () -> assertThat(ana.offered()).doesNotContain(ben.id().toString()));

        bond(BondStatus.COMPLICATED, 2);
        await().untilAsserted(() -> assertThat(ana.offered()).contains(ben.id().toString()));

        bond(BondStatus.EX, 3);
        await().untilAsserted(
                        () -> assertThat(ana.offered()).doesNotContain(ben.id().toString()));
    }

    @Test
    void a_couple_that_ended_for_good_begins_anew_with_lower_versions() throws Exception {
        bond(BondStatus.PARTNERS, 5);
        await().untilAsserted(
                        () -> assertThat(ana.offered()).doesNotContain(ben.id().toString()));

        town.announce(new BondEndedV1(ana.id(), ben.id(), BondStatus.PARTNERS, DepartureReason.PARTED, 6));
        await().untilAsserted(() -> assertThat(ana.offered()).contains(ben.id().toString()));

        bond(BondStatus.DATING, 1);
        await().untilAsserted(
                        () -> assertThat(ana.offered()).doesNotContain(ben.id().toString()));
    }

    @Test
    void who_heard_of_somebody_learns_that_they_rest_are_back_and_are_gone() throws Exception {
        await().untilAsserted(() -> assertThat(newsOf(ana)).anyMatch(event -> isFound(event, ben)));

        town.announce(new AvatarDeactivatedV1(ben.id(), 2));
        await().untilAsserted(() ->
                assertThat(newsOf(ana)).contains(new MatchLostV1(ana.id(), ben.id(), DepartureReason.RESTING)));

        town.announce(new AvatarUpdatedV1(ben.id(), new AccountId(ben.owner()), 3, Town.profile(topic)));
        await().untilAsserted(() -> assertThat(newsOf(ana))
                .filteredOn(event -> isFound(event, ben))
                .extracting("again")
                .containsExactly(false, true));

        town.announce(new AvatarDeletedV1(ben.id(), 4));
        await().untilAsserted(() ->
                assertThat(newsOf(ana)).contains(new MatchLostV1(ana.id(), ben.id(), DepartureReason.GONE)));
    }

    @Test
    void another_avatar_of_the_same_owner_is_not_offered_and_cannot_be_liked() throws Exception {
        Single sister = town.single(topic, ana.owner());

        await().untilAsserted(
                        () -> assertThat(sister.offered()).contains(ben.id().toString()));
        assertThat(sister.offered())
                .doesNotContain(ana.id().toString(), sister.id().toString());
        sister.says("likes", ana).then().statusCode(422).body("errors[0].field", equalTo("avatar_id"));
    }

    @Test
    void who_rests_is_not_offered_until_they_wake() throws Exception {
        town.announce(new AvatarDeactivatedV1(ben.id(), 2));
        await().untilAsserted(
                        () -> assertThat(ana.offered()).doesNotContain(ben.id().toString()));
        assertThat(ben.offered()).isEmpty();
        ana.says("likes", ben).then().statusCode(404);

        town.announce(new AvatarUpdatedV1(ben.id(), new AccountId(ben.owner()), 3, Town.profile(topic)));
        await().untilAsserted(() -> assertThat(ana.offered()).contains(ben.id().toString()));
    }

    @Test
    void a_deleted_avatar_is_gone_and_a_late_event_does_not_bring_it_back() throws Exception {
        ben.says("likes", ana).then().statusCode(200);

        town.announce(new AvatarDeletedV1(ben.id(), 2));
        await().untilAsserted(() -> assertThat(ben.matches().statusCode()).isEqualTo(404));
        town.announce(new AvatarCreatedV1(ben.id(), new AccountId(ben.owner()), 1, Town.profile(topic)));
        Single cleo = town.single(topic);

        await().untilAsserted(() -> assertThat(cleo.offered()).contains(ana.id().toString()));
        assertThat(cleo.offered()).doesNotContain(ben.id().toString());
        assertThat(ben.matches().statusCode()).isEqualTo(404);
    }

    @Test
    void others_avatars_answer_exactly_as_unknown_ones() {
        Single thief = new Single(ana.id(), ben.owner());
        Single nobody = new Single(new AvatarId(UUID.randomUUID()), ben.owner());

        assertThat(thief.matches().asString().replace(ana.id().toString(), "ID"))
                .isEqualTo(nobody.matches().asString().replace(nobody.id().toString(), "ID"))
                .contains("\"status\":404");
        thief.says("likes", ben).then().statusCode(404);
        thief.asks().get("/avatars/" + ana.id() + "/score/" + ben.id()).then().statusCode(404);
        ana.asks().get("/avatars/" + ana.id() + "/score/" + nobody.id()).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"avatar_id\": ",
                "400 | {\"avatar_id\": 7}",
                "400 | []",
                "422 | {}",
                "400 | {\"avatar_id\": \"ben\"}"
            })
    void a_verdict_that_makes_no_sense_is_refused(int status, String body) {
        ana.asks()
                .body(body)
                .post("/avatars/" + ana.id() + "/likes")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void a_page_that_is_too_long_and_a_forged_token_are_refused() {
        ana.asks().get("/avatars/" + ana.id() + "/matches?limit=101").then().statusCode(oneOf(400, 422));
        TestTokens good = TestTokens.internal("matchmaker", ana.owner());
        for (TestTokens bad : List.of(good.signedByAStranger(), good.withAudience("avatar"))) {
            given().header("Authorization", "Bearer " + bad.sign())
                    .get("/avatars/" + ana.id() + "/matches")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void it_is_ready_once_everybody_is_in_the_index() {
        ManagementPort.get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("index"));
    }

    private void bond(BondStatus status, long version) throws Exception {
        BondEvolvedV1.View view = new BondEvolvedV1.View(status, BondStatus.FRIENDS, 1, 1, null);
        town.announce(new BondEvolvedV1(ana.id(), ben.id(), false, 1, 1, version, null, view, view));
    }

    private List<Event> newsOf(Single single) {
        return matches.bodies().stream()
                .map(body -> Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)))
                .filter(event -> event.subject().equals(single.id()))
                .map(event -> (Event) event.data())
                .toList();
    }

    private static boolean isFound(Event event, Single other) {
        return event instanceof MatchFoundV1 found && found.otherId().equals(other.id());
    }
}
