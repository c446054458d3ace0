package viva.life.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.CarriedMind;
import viva.contracts.message.AvatarCreatedV1;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;

/** A mind leaves one life and begins another. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class CarriedMindTest {
    private static final CarriedMind TIRED_OF_IT =
            new CarriedMind(20, 30, 40, .2, false, 15.6, new TreeMap<>(Map.of("sadness", .5)), -.5, .5, "sad");

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    private final AccountId owner = new AccountId(UUID.randomUUID());
    private final AvatarId avatar = new AvatarId(UUID.randomUUID());
    private Peers peers;

    @BeforeEach
    void the_peers_come() {
        peers = new Peers(broker);
    }

    @AfterEach
    void the_peers_go() {
        peers.close();
    }

    @Test
    void a_life_begins_with_the_mind_that_it_brings_and_its_past_tells_the_same() {
        JsonPath mind = born(TIRED_OF_IT);

        assertThat(mind.getDouble("mind.social")).isCloseTo(20, within(5.0));
        assertThat(mind.getDouble("mind.feelings.sadness")).isGreaterThan(.3);
        assertThat(mind.getDouble("mind.mood")).isNegative();
        assertThat(mind.getString("world_time")).isNotBlank();
        assertThat(pool.preparedQuery(
                                "select input->'mind'->>'thought' from journal where avatar_id = $1 and kind = 'born'")
                        .execute(Tuple.of(avatar.value()))
                        .await()
                        .atMost(PATIENCE)
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("sad");
    }

    @Test
    void nobody_but_the_owner_gets_a_mind() {
        born(null);

        LivingAvatar.as(new AccountId(UUID.randomUUID()))
                .get("/avatars/{id}/mind", avatar.toString())
                .then()
                .statusCode(404);
        LivingAvatar.as(owner)
                .get("/avatars/{id}/mind", avatar.toString())
                .then()
                .statusCode(200)
                .body("mind.concern", nullValue())
                .body("mind.asleep", equalTo(false));
    }

    private JsonPath born(CarriedMind mind) {
        await().untilAsserted(() -> {
            peers.say(Peers.envelope(new AvatarCreatedV1(avatar, owner, 1, Peers.profile(), mind)));
            LivingAvatar.as(owner)
                    .get("/avatars/{id}/mind", avatar.toString())
                    .then()
                    .statusCode(200);
        });
        return LivingAvatar.as(owner)
                .get("/avatars/{id}/mind", avatar.toString())
                .jsonPath();
    }
}
