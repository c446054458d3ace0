package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import viva.contracts.WorldTime;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarUpdatedV1;
import viva.life.clock.World;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;

/** An avatar whose owner lets it rest for some world days, short of those after which nobody's life is made up for. */
@QuarkusTest
@TestProfile(LeapTest.Fast.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class RestingTest {
    private static final long REST_MILLIS = Duration.ofDays(3).toMillis();

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    @Inject
    World world;

    @Inject
    DataSource dataSource;

    @Test
    void a_rest_is_not_lived_through_when_it_is_over_and_stays_as_it_was_told() throws Exception {
        try (LivingAvatar luna = LivingAvatar.born(broker, pool);
                Connection connection = dataSource.getConnection()) {
            luna.peers().say(Peers.envelope(new AvatarDeactivatedV1(luna.id(), 2)));
            await().until(() -> isJournalled(luna, "paused"));
            Instant during = Instant.now().plusSeconds(2);
            WorldTime awake = new WorldTime(world.now().millis() + REST_MILLIS);
            await().until(() -> world.now().compareTo(awake) > 0);
            String told = state(luna, during);
            assertThat(told).contains("\"activity\":\"resting\"");

            luna.peers().say(Peers.envelope(new AvatarUpdatedV1(luna.id(), luna.owner(), 3, Peers.profile())));

            await().until(() -> isJournalled(luna, "resumed"));
            assertThat(tick(luna, "resumed")).isEqualTo(tick(luna, "paused") + 1);
            assertThat(state(luna, during)).isEqualTo(told);
            luna.answered("Welcome back!");
            assertThat(state(luna, during)).isEqualTo(told);
            assertThat(luna.ask("/state", Map.of()).<String>path("activity")).isNotEqualTo("resting");
            assertThat(FoldedLives.allAreAsTheirJournalsSay(connection)).isPositive();
        }
    }

    private static String state(LivingAvatar luna, Instant at) {
        return luna.ask("/state", Map.of("at", at.toString()))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static boolean isJournalled(LivingAvatar luna, String kind) {
        return !luna.rows("SELECT 1 FROM journal WHERE %s AND kind = '" + kind + "'")
                .isEmpty();
    }

    private static long tick(LivingAvatar luna, String kind) {
        return luna.rows("SELECT tick FROM journal WHERE %s AND kind = '" + kind + "'")
                .getFirst()
                .getLong("tick");
    }
}
