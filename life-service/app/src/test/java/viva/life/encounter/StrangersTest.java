package viva.life.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
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
import viva.life.peer.LivingAvatar;
import viva.platform.testkit.VivaServers;

/** Encounters that no command begins. */
@QuarkusTest
@TestProfile(StrangersTest.LonelyWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class StrangersTest {
    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    private LivingAvatar luna;
    private LivingAvatar sol;

    /** Fast enough for loneliness, which takes hours; an invitation that comes too late is followed by another. */
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
        luna = LivingAvatar.born(broker, pool);
        sol = LivingAvatar.born(broker, pool);
    }

    @AfterEach
    void they_go() {
        luna.close();
        sol.close();
    }

    /** Sleep or hunger may cut a talk short; this test waits for one that ends with a goodbye. */
    @Test
    void strangers_meet_by_themselves_and_whoever_reads_it_reads_the_same_words() {
        String found = await().atMost(PATIENCE.multipliedBy(3))
                .until(
                        () -> as(luna.owner())
                                .get(
                                        "/avatars/{id}/conversations?type=avatar&status=ended",
                                        luna.id().toString())
                                .<List<String>>path("items.findAll { it.reason == 'goodbye' }.id"),
                        talks -> !talks.isEmpty())
                .getFirst();
        String other = as(luna.owner()).get("/conversations/{id}", found).path("with");

        List<String> words =
                as(luna.owner()).get("/conversations/{id}/messages", found).path("items.content");
        List<String> again =
                as(luna.owner()).get("/conversations/{id}/messages", found).path("items.content");

        as(luna.owner())
                .get("/conversations/{id}", found)
                .then()
                .body("voiced", equalTo(false))
                .body("reason", equalTo("goodbye"))
                .body("turns", equalTo(words.size()));
        assertThat(words)
                .hasSizeGreaterThan(2)
                .isEqualTo(again)
                .allSatisfy(line -> assertThat(line).isNotBlank());
        if (other.equals(sol.id().toString())) {
            assertThat(as(sol.owner())
                            .get("/conversations/{id}/messages", found)
                            .<List<String>>path("items.content"))
                    .isEqualTo(words);
        }
        as(new AccountId(UUID.randomUUID()))
                .get("/conversations/{id}/messages", found)
                .then()
                .statusCode(404);
    }

    private static RequestSpecification as(AccountId account) {
        return LivingAvatar.as(account);
    }
}
