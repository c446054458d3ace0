package viva.relationship.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import viva.contracts.DepartureReason;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.Message;
import viva.platform.messaging.Envelopes;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;
import viva.relationship.Town;
import viva.relationship.Town.Resident;

/** Bonds that are no more say so: to who survives the other, and to both sides of a block. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "relationship"))
class EndedBondsTest {
    private static final String FRIENDLY =
            "\"familiarity\": 0.2, \"trust\": 0.02, \"affection\": 0.03, \"attraction\": 0.01";

    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    private EventTap bonds;
    private Town town;
    private Resident ana;
    private Resident ben;

    @BeforeEach
    void anaKnowsBen() throws Exception {
        bonds = new EventTap(brokerUrl, "bond.ended.*");
        town = new Town(bonds);
        ManagementPort.awaitReady();
        ana = town.resident();
        ben = town.resident();
        ana.meets(ben, FRIENDLY);
    }

    @AfterEach
    void hangUp() throws Exception {
        bonds.close();
    }

    @Test
    void who_survives_the_other_is_told_and_the_other_is_not() throws Exception {
        Resident cleo = town.resident();
        cleo.meets(ben, FRIENDLY);
        cleo.meets(ana, FRIENDLY);

        town.announce(new AvatarDeletedV1(ben.id(), 2));

        await().untilAsserted(() -> {
            assertThat(toldTo(ana))
                    .containsExactly(
                            new BondEndedV1(ana.id(), ben.id(), BondStatus.ACQUAINTANCES, DepartureReason.GONE, 2));
            assertThat(toldTo(cleo))
                    .containsExactly(
                            new BondEndedV1(cleo.id(), ben.id(), BondStatus.ACQUAINTANCES, DepartureReason.GONE, 2));
        });
        assertThat(toldTo(ben)).isEmpty();
        cleo.seesBondWith(ana);
    }

    @Test
    void a_block_ends_the_bond_and_only_the_one_who_blocked_is_told_why() throws Exception {
        block(true);

        await().untilAsserted(() -> {
            assertThat(toldTo(ana))
                    .containsExactly(
                            new BondEndedV1(ana.id(), ben.id(), BondStatus.ACQUAINTANCES, DepartureReason.BLOCKED, 2));
            assertThat(toldTo(ben))
                    .containsExactly(
                            new BondEndedV1(ben.id(), ana.id(), BondStatus.ACQUAINTANCES, DepartureReason.PARTED, 2));
        });
        ana.asks().get("/avatars/" + ana.id() + "/bonds").then().body("items", hasSize(0));
        ben.asks().get("/avatars/" + ben.id() + "/bonds").then().body("items", hasSize(0));
    }

    @Test
    void no_bond_forms_while_a_block_stands_and_none_comes_back_with_its_end() throws Exception {
        Resident cleo = town.resident();
        block(true);
        await().untilAsserted(() -> assertThat(toldTo(ana)).hasSize(1));

        ana.tells(ben, FRIENDLY).then().statusCode(404);
        ben.tells(ana, FRIENDLY).then().statusCode(404);
        town.announce(talked(ana, ben));
        town.announce(talked(ana, cleo));
        await().untilAsserted(() -> ana.asks()
                .get("/avatars/" + ana.id() + "/bonds/" + cleo.id())
                .then()
                .statusCode(200));
        ana.asks().get("/avatars/" + ana.id() + "/bonds/" + ben.id()).then().statusCode(404);

        block(false);

        await().untilAsserted(() -> ana.tells(ben, FRIENDLY).then().statusCode(200));
        assertThat(ana.seesBondWith(ben).getLong("encounters")).isEqualTo(1);
    }

    @Test
    void a_block_that_was_said_before_an_erasure_and_is_heard_after_it_holds_up_nothing() throws Exception {
        Resident cleo = town.resident();
        town.announce(new AvatarDeletedV1(ben.id(), 2));
        await().until(() -> ben.asksForBonds() == 404);

        block(true);
        ana.meets(cleo, FRIENDLY);
        town.announce(new BlockChangedV1(ana.id(), cleo.id(), true, true));

        await().untilAsserted(() -> assertThat(toldTo(ana))
                .contains(new BondEndedV1(ana.id(), cleo.id(), BondStatus.ACQUAINTANCES, DepartureReason.BLOCKED, 2)));
    }

    private void block(boolean blocked) throws Exception {
        town.announce(new BlockChangedV1(ben.id(), ana.id(), false, blocked));
        town.announce(new BlockChangedV1(ana.id(), ben.id(), true, blocked));
    }

    private List<Message> toldTo(Resident resident) {
        return bonds.bodies().stream()
                .map(body -> Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)))
                .filter(event -> event.subject().equals(resident.id()))
                .map(event -> (Message) event.data())
                .toList();
    }

    private static ConversationEndedV1 talked(Resident one, Resident other) {
        return new ConversationEndedV1(
                one.id(),
                new AccountId(one.owner()),
                other.id(),
                "Somebody",
                new ConversationId(UUID.randomUUID()),
                true,
                false,
                EndReason.GOODBYE,
                new ConversationOutcome(8, 0.4, 0.6, 0.7, 0.65, 0, 0.1, 0.3, 0.7, null, -1, null),
                WorldTime.parse("2030-01-01T17:00:00Z"));
    }
}
