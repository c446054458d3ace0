package viva.relationship.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.BondFormedV1;
import viva.contracts.message.MilestoneReachedV1;
import viva.platform.messaging.Envelopes;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.relationship.Town;
import viva.relationship.Town.Resident;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "relationship"))
class BondResourceTest {
    private static final String FRIENDLY =
            "\"familiarity\": 0.05, \"trust\": 0.02, \"affection\": 0.03, \"attraction\": 0.01";
    private static final String TO_FRIENDS = "\"familiarity\": 0.6, \"trust\": 0.3, \"affection\": 0.6";

    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    private EventTap bonds;
    private Town town;

    @BeforeEach
    void listen() throws Exception {
        bonds = new EventTap(brokerUrl, "bond.*.*");
        town = new Town(bonds);
        ManagementPort.awaitReady();
    }

    @AfterEach
    void hangUp() throws Exception {
        bonds.close();
    }

    @Test
    void a_first_encounter_forms_a_bond_and_both_sides_hear_of_it() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();

        JsonPath bond = ana.meets(ben, FRIENDLY);

        assertThat(bond.getString("status")).isEqualTo("acquaintances");
        assertThat(bond.getDouble("familiarity")).isEqualTo(0.05);
        assertThat(bond.getDouble("trust")).isCloseTo(0.52, within(1e-9));
        assertThat(bond.getDouble("affection")).isCloseTo(0.03, within(1e-9));
        assertThat(bond.getDouble("feelings.feels_understood")).isPositive();
        assertThat(bond.getList("milestones")).containsExactly("became_acquaintances");
        for (Resident side : List.of(ana, ben)) {
            List<BondEvent> news = newsOf(side, 2);
            assertThat(news.get(0)).isInstanceOf(BondFormedV1.class);
            assertThat(news.get(1)).isInstanceOfSatisfying(BondChangedV1.class, changed -> {
                assertThat(changed.status()).isEqualTo(BondStatus.ACQUAINTANCES);
                assertThat(changed.previousStatus()).isEqualTo(BondStatus.STRANGERS);
                assertThat(changed.version()).isEqualTo(1);
            });
            assertThat(milestonesOf(side, 1))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            MilestoneReachedV1.class,
                            reached -> assertThat(reached.milestone()).isEqualTo("became_acquaintances"));
        }
    }

    @Test
    void each_side_sees_its_own_affection() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();

        ana.meets(ben, FRIENDLY);
        ben.meets(ana, "\"affection\": 0.5");

        assertThat(ana.seesBondWith(ben).getDouble("affection")).isCloseTo(0.03, within(1e-9));
        assertThat(ben.seesBondWith(ana).getDouble("affection")).isCloseTo(0.5, within(1e-9));
        assertThat(ben.seesBondWith(ana).getLong("version")).isEqualTo(2);
    }

    @Test
    void a_one_sided_crush_stays_with_the_one_who_feels_it() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        ana.meets(ben, TO_FRIENDS);
        ben.meets(ana, TO_FRIENDS);

        JsonPath inLove = ana.meets(ben, "\"attraction\": 0.7");

        assertThat(inLove.getString("status")).isEqualTo("crush");
        assertThat(inLove.getList("milestones")).contains("first_crush");
        assertThat(ben.seesBondWith(ana).getString("status")).isEqualTo("friends");
        assertThat(ben.seesBondWith(ana).getList("milestones")).doesNotContain("first_crush");
        assertThat(milestonesOf(ana, 3)).hasSize(3);
        assertThat(newsOf(ben, 4).getLast())
                .isInstanceOfSatisfying(
                        BondChangedV1.class,
                        changed -> assertThat(changed.status()).isEqualTo(BondStatus.FRIENDS));
        assertThat(milestonesOf(ben, 2)).hasSize(2);
        ben.asks().get("/avatars/" + ben.id() + "/bonds?status=crush").then().body("items", hasSize(0));
        ana.asks().get("/avatars/" + ana.id() + "/bonds?status=crush").then().body("items", hasSize(1));
    }

    @Test
    void a_yes_makes_dates_and_a_break_up_an_ex() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        ana.meets(ben, TO_FRIENDS + ", \"attraction\": 0.8");
        ben.meets(ana, TO_FRIENDS + ", \"attraction\": 0.8");
        ana.meets(ben, "\"trust\": 0.01");
        ana.tells(ben, "\"turning_point\": \"break_up\"").then().statusCode(409);

        JsonPath dating = ana.meets(ben, "\"turning_point\": \"yes_to_dating\"");
        JsonPath ex = ben.meets(ana, "\"turning_point\": \"break_up\"");

        assertThat(dating.getString("status")).isEqualTo("dating");
        assertThat(ex.getString("status")).isEqualTo("ex");
        assertThat(ex.getList("milestones")).contains("started_dating", "broke_up");
    }

    @Test
    void an_encounter_told_twice_counts_once() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        String encounter = FRIENDLY + ", \"encounter_id\": \"" + UUID.randomUUID() + "\"";

        JsonPath first = ana.meets(ben, encounter);
        JsonPath second = ana.meets(ben, encounter);

        assertThat(second.<Object>get()).isEqualTo(first.get());
    }

    @Test
    void encounters_at_the_same_time_are_all_kept() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        List<Callable<Integer>> tellings = IntStream.range(0, 40)
                .<Callable<Integer>>mapToObj(i -> () -> (i % 2 == 0
                                ? ana.tells(ben, "\"familiarity\": 0.01")
                                : ben.tells(ana, "\"familiarity\": 0.01"))
                        .statusCode())
                .toList();

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> telling : threads.invokeAll(tellings)) {
                answers.add(telling.get());
            }
        }

        JsonPath bond = ana.seesBondWith(ben);
        assertThat(answers).containsOnly(200);
        assertThat(bond.getDouble("familiarity")).isCloseTo(0.40, within(1e-9));
        assertThat(bond.getLong("encounters")).isEqualTo(40);
        assertThat(newsOf(ana, 41)).filteredOn(BondFormedV1.class::isInstance).hasSize(1);
        assertThat(newsOf(ana, 41))
                .filteredOn(BondChangedV1.class::isInstance)
                .extracting(event -> ((BondChangedV1) event).version())
                .isEqualTo(IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
    }

    @Test
    void familiarity_fades_between_encounters_by_world_time() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();

        ana.meets(ben, "\"familiarity\": 0.9, \"world_time\": \"2030-01-01T00:00:00Z\"");
        JsonPath later = ana.meets(ben, "\"world_time\": \"2030-01-31T00:00:00Z\"");

        assertThat(later.getDouble("familiarity")).isCloseTo(0.5552, within(1e-3));
        assertThat(later.getString("last_contact")).isEqualTo("2030-01-31T00:00:00Z");
    }

    @Test
    void bonds_come_in_pages_the_last_changed_first() throws Exception {
        Resident ana = town.resident();
        List<String> met = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Resident other = town.resident();
            ana.meets(other, FRIENDLY);
            met.addFirst(other.id().toString());
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = ana.asks()
                    .get("/avatars/" + ana.id() + "/bonds?limit=2" + cursor)
                    .jsonPath();
            read.addAll(page.getList("items.other_id", String.class));
            cursor = page.getString("next_cursor") == null ? null : "&cursor=" + page.getString("next_cursor");
        }

        assertThat(read).isEqualTo(met);
        ana.asks()
                .get("/avatars/" + ana.id() + "/stats")
                .then()
                .statusCode(200)
                .body("total", equalTo(5))
                .body("by_status.acquaintances", equalTo(5))
                .body("by_status.ex", equalTo(0))
                .body("average_familiarity", equalTo(0.05f));
    }

    @Test
    void an_erased_avatar_leaves_no_bond_and_does_not_come_back() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        ana.meets(ben, FRIENDLY);

        town.announce(new AvatarDeletedV1(ben.id(), 2));
        await().until(() -> ben.asksForBonds() == 404);
        town.announce(new AvatarCreatedV1(ben.id(), new AccountId(ben.owner()), 1, Town.profile()));

        ana.asks().get("/avatars/" + ana.id() + "/bonds").then().body("items", hasSize(0));
        ana.tells(ben, FRIENDLY).then().statusCode(404);
        town.resident();
        assertThat(ben.asksForBonds()).isEqualTo(404);
    }

    @Test
    void others_avatars_answer_exactly_as_unknown_ones() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        ana.meets(ben, FRIENDLY);
        Resident nobody = new Resident(new AvatarId(UUID.randomUUID()), ben.owner());

        for (String path : List.of("/bonds", "/stats", "/bonds/" + ben.id())) {
            String foreign = ben.asks().get("/avatars/" + ana.id() + path).asString();
            String unknown = ben.asks().get("/avatars/" + nobody.id() + path).asString();
            assertThat(foreign.replace(ana.id().toString(), "ID"))
                    .isEqualTo(unknown.replace(nobody.id().toString(), "ID"))
                    .contains("\"status\":404");
        }
        Resident thief = new Resident(ana.id(), ben.owner());
        thief.tells(ben, FRIENDLY).then().statusCode(404);
        assertThat(ana.seesBondWith(ben).getLong("version")).isEqualTo(1);
        ana.asks().get("/avatars/" + ana.id() + "/bonds/" + ana.id()).then().statusCode(404);
    }

    @Test
    void an_operator_may_tell_of_anybody() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        String token = TestTokens.internal("relationship", UUID.randomUUID())
                .withGroups("operator")
                .sign();

        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"avatar_id\": \"%s\", \"other_id\": \"%s\", \"trust\": 0.1}".formatted(ana.id(), ben.id()))
                .post("/bonds/evolve")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | \"trust\": 0.1",
                "400 | \"trust\": \"high\"}",
                "422 | \"trust\": 1.4}",
                "422 | \"affection\": -1.01}",
                "422 | \"familiarity\": \"NaN\"}",
                "400 | \"turning_point\": \"elopement\"}",
                "422 | \"world_time\": \"tomorrow\"}"
            })
    void an_encounter_that_makes_no_sense_is_refused_and_nothing_changes(int status, String rest) throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();

        ana.asks()
                .body("{\"avatar_id\": \"%s\", \"other_id\": \"%s\", %s".formatted(ana.id(), ben.id(), rest))
                .post("/bonds/evolve")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");

        ana.asks().get("/avatars/" + ana.id() + "/bonds").then().body("items", hasSize(0));
    }

    @Test
    void nobody_has_a_bond_with_themselves() throws Exception {
        Resident ana = town.resident();

        ana.tells(ana, FRIENDLY).then().statusCode(422).body("errors[0].field", equalTo("other_id"));
    }

    @Test
    void a_forged_token_opens_nothing() throws Exception {
        Resident ana = town.resident();
        TestTokens good = TestTokens.internal("relationship", ana.owner());

        for (TestTokens bad : List.of(good.signedByAStranger(), good.withAudience("avatar"), good.withIssuer("x"))) {
            given().header("Authorization", "Bearer " + bad.sign())
                    .get("/avatars/" + ana.id() + "/bonds")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    private List<BondEvent> newsOf(Resident resident, int atLeast) {
        return told(resident, event -> !(event instanceof MilestoneReachedV1), atLeast);
    }

    private List<BondEvent> milestonesOf(Resident resident, int atLeast) {
        return told(resident, MilestoneReachedV1.class::isInstance, atLeast);
    }

    private List<BondEvent> told(Resident resident, Predicate<BondEvent> wanted, int atLeast) {
        List<BondEvent> heard = new ArrayList<>();
        await().untilAsserted(() -> {
            heard.clear();
            bonds.bodies().stream()
                    .flatMap(body -> Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)).parts().stream())
                    .filter(event -> event.subject().equals(resident.id()))
                    .map(event -> (BondEvent) event.data())
                    .filter(wanted)
                    .forEach(heard::add);
            assertThat(heard).hasSizeGreaterThanOrEqualTo(atLeast);
        });
        return heard;
    }
}
