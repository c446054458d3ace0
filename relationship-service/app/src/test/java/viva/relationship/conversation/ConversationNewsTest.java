package viva.relationship.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.hasSize;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.EndReason;
import viva.contracts.Json;
import viva.contracts.WorldTime;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.BondFormedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.MilestoneReachedV1;
import viva.platform.messaging.Envelopes;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.GoldenPayloads;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;
import viva.relationship.Town;
import viva.relationship.Town.Resident;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "relationship"))
class ConversationNewsTest {
    private static final WorldTime EVENING = WorldTime.parse("2030-01-01T17:00:00Z");

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
    void a_conversation_forms_a_bond_and_each_side_hears_its_own_part() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        ConversationId talk = new ConversationId(UUID.randomUUID());

        CloudEvent<?> news = town.announce(ended(ana, ben, talk, true, outcome(0.9, 0.3, null)));

        JsonPath anas = bondOnceThereAre(1, ana, ben);
        JsonPath bens = ben.seesBondWith(ana);
        assertThat(anas.getString("status")).isEqualTo("acquaintances");
        assertThat(anas.getString("last_contact")).isEqualTo(EVENING.toString());
        assertThat(anas.getDouble("affection")).isPositive();
        assertThat(bens.getDouble("affection")).isZero();
        for (Resident side : List.of(ana, ben)) {
            List<CloudEvent<?>> heard = newsOf(side, 2);
            assertThat(heard.get(0).data()).isInstanceOf(BondFormedV1.class);
            assertThat(heard.get(1).data()).isInstanceOfSatisfying(BondChangedV1.class, changed -> {
                assertThat(changed.conversationId()).isEqualTo(talk);
                assertThat(changed.previousStatus()).isEqualTo(BondStatus.STRANGERS);
                assertThat(changed.affection())
                        .isCloseTo(
                                side.seesBondWith(side.equals(ana) ? ben : ana).getDouble("affection"), within(1e-9));
            });
            assertThat(heard).allSatisfy(event -> {
                assertThat(event.causationid()).isEqualTo(news.id());
                assertThat(event.worldtime()).isEqualTo(EVENING);
            });
        }
    }

    @Test
    void a_bond_is_told_with_what_it_was_before_also_when_a_talk_leaves_it_so() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        String closer = "\"familiarity\": 0.3, \"trust\": 0.1, \"affection\": 0.4";
        ana.meets(ben, closer + ", \"world_time\": \"%s\"".formatted(EVENING));
        ben.meets(ana, closer);

        town.announce(ended(ana, ben, new ConversationId(UUID.randomUUID()), true, nice()));
        bondOnceThereAre(3, ana, ben);

        List<ObjectNode> changes = newsOf(ana, 4).stream()
                .map(CloudEvent::data)
                .filter(BondChangedV1.class::isInstance)
                .map(changed -> Json.mapper().<ObjectNode>valueToTree(changed))
                .toList();
        assertThat(GoldenPayloads.asIn("bond-after-a-step", changes.get(1)))
                .isEqualTo(GoldenPayloads.golden("bond-after-a-step"));
        assertThat(GoldenPayloads.asIn("bond-after-a-talk", changes.get(2)))
                .isEqualTo(GoldenPayloads.golden("bond-after-a-talk"));
    }

    @Test
    void a_conversation_told_twice_counts_once() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        ConversationEndedV1 ended = ended(ana, ben, new ConversationId(UUID.randomUUID()), true, nice());

        town.announce(ended);
        town.announce(ended);
        town.announce(ended(ana, ben, new ConversationId(UUID.randomUUID()), true, nice()));

        assertThat(bondOnceThereAre(2, ana, ben).getLong("version")).isEqualTo(2);
    }

    @Test
    void only_what_the_host_tells_of_a_conversation_that_was_counts() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        ConversationId talk = new ConversationId(UUID.randomUUID());

        town.announce(ended(ana, ben, talk, false, nice()));
        town.announce(ended(ana, ben, new ConversationId(UUID.randomUUID()), true, null));
        town.announce(ended(ana, ben, talk, true, nice()));

        assertThat(bondOnceThereAre(1, ana, ben).getLong("version")).isEqualTo(1);
    }

    @Test
    void a_conversation_may_be_told_before_the_birth_of_one_of_the_two() throws Exception {
        Resident ana = town.resident();
        Resident ben = Town.unheardOf();

        town.announce(ended(ana, ben, new ConversationId(UUID.randomUUID()), true, nice()));
        town.bears(ben);

        bondOnceThereAre(1, ana, ben);
    }

    @Test
    void a_conversation_with_one_who_is_erased_since_leaves_nothing() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        Resident cleo = town.resident();
        town.announce(new AvatarDeletedV1(ben.id(), 2));
        await().until(() -> ben.asksForBonds() == 404);

        town.announce(ended(ana, ben, new ConversationId(UUID.randomUUID()), true, nice()));
        town.announce(ended(ana, cleo, new ConversationId(UUID.randomUUID()), true, nice()));

        bondOnceThereAre(1, ana, cleo);
        ana.asks().get("/avatars/" + ana.id() + "/bonds").then().body("items", hasSize(1));
    }

    @Test
    void what_cannot_be_a_conversation_holds_up_nothing() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();

        town.announce(ended(ana, ana, new ConversationId(UUID.randomUUID()), true, nice()));
        town.announce(ended(ana, ben, new ConversationId(UUID.randomUUID()), true, outcome(1.4, 0.5, null)));
        town.announce(ended(ana, ben, new ConversationId(UUID.randomUUID()), true, nice()));

        bondOnceThereAre(1, ana, ben);
    }

    @Test
    void a_break_up_ends_dating_and_one_that_cannot_be_is_only_a_talk() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        String love =
                "\"familiarity\": 0.6, \"trust\": 0.3, \"affection\": 0.6, \"attraction\": 0.8, \"world_time\": \"%s\""
                        .formatted(EVENING);
        ana.meets(ben, love);
        ben.meets(ana, love);
        ana.meets(ben, "\"trust\": 0.01");
        ana.meets(ben, "\"turning_point\": \"yes_to_dating\"");

        town.announce(ended(ana, ben, new ConversationId(UUID.randomUUID()), true, outcome(0.2, 0.4, "break_up")));
        town.announce(ended(ana, ben, new ConversationId(UUID.randomUUID()), true, outcome(0.2, 0.4, "break_up")));

        assertThat(bondOnceThereAre(6, ana, ben).getString("status")).isEqualTo("ex");
        assertThat(newsOf(ana, 8).stream()
                        .map(CloudEvent::data)
                        .filter(BondChangedV1.class::isInstance)
                        .map(event -> ((BondChangedV1) event).version()))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    private static JsonPath bondOnceThereAre(long encounters, Resident one, Resident other) {
        await().untilAsserted(() -> {
            JsonPath bond = one.asks()
                    .get("/avatars/" + one.id() + "/bonds/" + other.id())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(bond.getLong("encounters")).isEqualTo(encounters);
        });
        return one.seesBondWith(other);
    }

    private List<CloudEvent<?>> newsOf(Resident resident, int atLeast) {
        await().untilAsserted(() -> assertThat(heardBy(resident)).hasSizeGreaterThanOrEqualTo(atLeast));
        return heardBy(resident);
    }

    private List<CloudEvent<?>> heardBy(Resident resident) {
        return bonds.bodies().stream()
                .flatMap(body -> Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)).parts().stream())
                .<CloudEvent<?>>map(part -> part)
                .filter(event ->
                        event.data() instanceof BondEvent && event.subject().equals(resident.id()))
                .filter(event -> !(event.data() instanceof MilestoneReachedV1))
                .toList();
    }

    private static ConversationOutcome nice() {
        return outcome(0.7, 0.65, null);
    }

    private static ConversationOutcome outcome(double host, double guest, String turningPoint) {
        return new ConversationOutcome(8, 0.4, 0.6, host, guest, 0, 0.1, 0.3, 0.7, null, -1, turningPoint);
    }

    private static ConversationEndedV1 ended(
            Resident one, Resident other, ConversationId talk, boolean host, ConversationOutcome outcome) {
        return new ConversationEndedV1(
                one.id(),
                new AccountId(one.owner()),
                other.id(),
                "Somebody",
                talk,
                host,
                false,
                EndReason.GOODBYE,
                outcome,
                EVENING);
    }
}
