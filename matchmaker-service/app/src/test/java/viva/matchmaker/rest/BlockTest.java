package viva.matchmaker.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.DepartureReason;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.MatchLostV1;
import viva.contracts.message.Message;
import viva.matchmaker.rest.Town.Single;
import viva.platform.messaging.Envelopes;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;

/** Ana's owner blocks Ben. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "matchmaker"))
class BlockTest {
    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    /** Nobody else in the world cares about it, so those who do are at the top of each other's list. */
    private final String topic = UUID.randomUUID().toString();

    private EventTap blocks;
    private EventTap losses;
    private Single ana;
    private Single ben;
    private Town town;

    @BeforeEach
    void meetAnaAndBen() throws Exception {
        blocks = new EventTap(brokerUrl, "block.*.*");
        losses = new EventTap(brokerUrl, "match.lost.*");
        town = new Town(blocks);
        ManagementPort.awaitReady();
        ana = town.single(topic);
        ben = town.single(topic);
        await().untilAsserted(() -> assertThat(ana.offered()).contains(ben.id().toString()));
        await().untilAsserted(() -> assertThat(ben.offered()).contains(ana.id().toString()));
    }

    @AfterEach
    void hangUp() throws Exception {
        blocks.close();
        losses.close();
    }

    @Test
    void nothing_is_between_the_two_either_way() {
        ana.says("blocks", ben)
                .then()
                .statusCode(200)
                .body("avatar_id", equalTo(ben.id().toString()))
                .body("verdict", equalTo("block"));

        assertThat(ana.offered()).doesNotContain(ben.id().toString());
        assertThat(ben.offered()).doesNotContain(ana.id().toString());
        for (String verdict : List.of("likes", "passes")) {
            ana.says(verdict, ben).then().statusCode(409).body("type", endsWith("blocked"));
            ben.says(verdict, ana).then().statusCode(404);
        }
        assertThat(score(ana, ben).statusCode()).isEqualTo(404);
        assertThat(score(ben, ana).statusCode()).isEqualTo(404);
        assertThat(ana.offered()).doesNotContain(ben.id().toString());
    }

    @Test
    void to_the_blocked_the_other_is_as_unknown_as_nobody() {
        Single nobody = new Single(new AvatarId(UUID.randomUUID()), ben.owner());
        ana.says("blocks", ben).then().statusCode(200);

        assertThat(ben.says("likes", ana).asString())
                .isEqualTo(ben.says("likes", nobody).asString());
    }

    @Test
    void both_sides_are_told_when_it_begins_and_when_it_ends() {
        ana.says("blocks", ben).then().statusCode(200);
        unblock(ana, ben).then().statusCode(204);

        await().untilAsserted(() -> {
            assertThat(told(blocks, ana))
                    .containsExactly(
                            new BlockChangedV1(ana.id(), ben.id(), true, true),
                            new BlockChangedV1(ana.id(), ben.id(), true, false));
            assertThat(told(blocks, ben))
                    .containsExactly(
                            new BlockChangedV1(ben.id(), ana.id(), false, true),
                            new BlockChangedV1(ben.id(), ana.id(), false, false));
        });
    }

    @Test
    void taking_it_back_restores_no_liking() {
        ana.says("likes", ben).then().statusCode(200);
        ben.says("likes", ana).then().body("mutual", equalTo(true));

        ana.says("blocks", ben).then().statusCode(200);
        unblock(ana, ben).then().statusCode(204);

        ana.says("likes", ben).then().statusCode(200).body("mutual", equalTo(false));
        ben.says("likes", ana).then().statusCode(200).body("mutual", equalTo(true));
    }

    @Test
    void a_block_of_the_other_side_outlasts_the_end_of_ones_own() {
        ana.says("blocks", ben).then().statusCode(200);
        ben.says("blocks", ana).then().statusCode(200);

        unblock(ana, ben).then().statusCode(204);

        assertThat(ana.offered()).doesNotContain(ben.id().toString());
        ana.says("likes", ben).then().statusCode(404);
        ben.says("likes", ana).then().statusCode(409);
    }

    @Test
    void the_owner_sees_whom_they_blocked_and_nobody_else_does() throws Exception {
        Single cleo = town.single(topic);
        ana.says("blocks", ben).then().statusCode(200);
        ana.says("blocks", cleo).then().statusCode(200);

        String cursor = ana.asks()
                .get("/avatars/" + ana.id() + "/blocks?limit=1")
                .then()
                .statusCode(200)
                .body("items.avatar_id", contains(cleo.id().toString()))
                .body("items[0].name", equalTo(Town.profile(topic).name()))
                .body("items[0].blocked_at", notNullValue())
                .extract()
                .path("next_cursor");
        ana.asks()
                .get("/avatars/" + ana.id() + "/blocks?limit=1&cursor=" + cursor)
                .then()
                .body("items.avatar_id", contains(ben.id().toString()));
        ben.asks().get("/avatars/" + ana.id() + "/blocks").then().statusCode(404);
        ben.asks().delete("/avatars/" + ana.id() + "/blocks/" + ben.id()).then().statusCode(404);
        ben.asks().get("/avatars/" + ben.id() + "/blocks").then().body("items", hasSize(0));
    }

    @Test
    void who_rests_can_be_blocked_and_who_is_gone_is_blocked_no_more() throws Exception {
        town.announce(new AvatarDeactivatedV1(ben.id(), 2));
        await().untilAsserted(
                        () -> assertThat(ana.offered()).doesNotContain(ben.id().toString()));
        ana.says("blocks", ben).then().statusCode(200);

        town.announce(new AvatarDeletedV1(ben.id(), 3));

        await().untilAsserted(() ->
                assertThat(told(losses, ana)).contains(new MatchLostV1(ana.id(), ben.id(), DepartureReason.GONE)));
        ana.asks().get("/avatars/" + ana.id() + "/blocks").then().body("items", hasSize(0));
    }

    @Test
    void a_block_that_is_not_there_can_be_taken_back_and_changes_nothing() {
        unblock(ana, ben).then().statusCode(204);

        assertThat(ana.offered()).contains(ben.id().toString());
    }

    private static Response unblock(Single one, Single other) {
        return one.asks().delete("/avatars/" + one.id() + "/blocks/" + other.id());
    }

    private static Response score(Single one, Single other) {
        return one.asks().get("/avatars/" + one.id() + "/score/" + other.id());
    }

    private static List<Message> told(EventTap tap, Single single) {
        return tap.bodies().stream()
                .map(body -> Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)))
                .filter(event -> event.subject().equals(single.id()))
                .map(event -> (Message) event.data())
                .toList();
    }
}
