package viva.life.encounter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.life.peer.Peers;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;

/** Two avatars of whom nobody wants anything. */
@QuarkusTest
@TestProfile(StrangersTest.LonelyWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class StrangersTest {
    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    private final AvatarId luna = new AvatarId(UUID.randomUUID());
    private final AvatarId sol = new AvatarId(UUID.randomUUID());
    private final AccountId ana = new AccountId(UUID.randomUUID());
    private final AccountId ben = new AccountId(UUID.randomUUID());
    private Peers peers;

    /** A world in which hours pass until somebody feels lonely, and no test waits for one invitation. */
    public static final class LonelyWorld extends FastWorld {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("viva.world.scale", "600");
            return overrides;
        }
    }

    @BeforeEach
    void two_avatars_live() {
        peers = new Peers(broker);
        awaitAlive(luna, ana);
        awaitAlive(sol, ben);
    }

    @AfterEach
    void they_go() {
        peers.close();
    }

    @Test
    void strangers_meet_by_themselves_and_whoever_reads_it_reads_the_same_words() {
        String found = await().atMost(PATIENCE.multipliedBy(3))
                .until(
                        () -> as(ana).get("/avatars/{id}/conversations?type=avatar&status=ended", luna.toString())
                                .<String>path("items[0].id"),
                        id -> id != null);
        String other = as(ana).get("/conversations/{id}", found).path("with");

        List<String> words = as(ana).get("/conversations/{id}/messages", found).path("items.content");
        List<String> again = as(ana).get("/conversations/{id}/messages", found).path("items.content");

        as(ana).get("/conversations/{id}", found)
                .then()
                .body("voiced", equalTo(false))
                .body("reason", equalTo("goodbye"))
                .body("turns", equalTo(words.size()));
        assertThat(words)
                .hasSizeGreaterThan(2)
                .isEqualTo(again)
                .allSatisfy(line -> assertThat(line).isNotBlank());
        if (other.equals(sol.toString())) {
            assertThat(as(ben).get("/conversations/{id}/messages", found).<List<String>>path("items.content"))
                    .isEqualTo(words);
        }
        as(new AccountId(UUID.randomUUID()))
                .get("/conversations/{id}/messages", found)
                .then()
                .statusCode(404);
    }

    /** Said again until it is heard: the service may not listen yet. */
    private void awaitAlive(AvatarId avatar, AccountId owner) {
        await().untilAsserted(() -> {
            peers.created(avatar, owner);
            as(owner).get("/avatars/{id}/state", avatar.toString()).then().statusCode(200);
        });
    }

    private static RequestSpecification as(AccountId account) {
        return given().header("Authorization", TestTokens.bearer("life", account));
    }
}
