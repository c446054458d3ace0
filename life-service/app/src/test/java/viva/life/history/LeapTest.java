package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
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

@QuarkusTest
@TestProfile(LeapTest.Fast.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class LeapTest {
    /** A world week is 14 seconds: who is not lived for longer leaps. */
    public static class Fast implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("viva.world.scale", "43200", "viva.history.sample-every", "1s");
        }
    }

    /** More than the seven world days after which nothing is made up any more. */
    private static final long LEAP_MILLIS = Duration.ofDays(8).toMillis();

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    @Inject
    World world;

    @Inject
    DataSource dataSource;

    @Test
    void who_was_away_for_long_leaps_and_the_journal_says_so() throws Exception {
        try (LivingAvatar luna = LivingAvatar.born(broker, pool);
                Connection connection = dataSource.getConnection()) {
            await().until(() -> !luna.rows("SELECT 1 FROM mind_sample WHERE %s").isEmpty());
            luna.peers().say(Peers.envelope(new AvatarDeactivatedV1(luna.id(), 2)));
            await().until(() -> !luna.rows("SELECT 1 FROM mind WHERE %s AND standing = 'resting'")
                    .isEmpty());
            Instant resting = Instant.now();
            WorldTime longAfter = new WorldTime(world.now().millis() + LEAP_MILLIS);
            await().until(() -> world.now().compareTo(longAfter) > 0);

            luna.peers().say(Peers.envelope(new AvatarUpdatedV1(luna.id(), luna.owner(), 3, Peers.profile())));

            await().untilAsserted(() -> assertThat(luna.rows("SELECT 1 FROM journal WHERE %s AND kind = 'absent'"))
                    .hasSize(1));
            luna.answered("Welcome back!");
            assertThat(FoldedLives.allAreAsTheirJournalsSay(connection)).isPositive();
            luna.ask("/state", Map.of("at", resting.plusSeconds(5).toString()))
                    .then()
                    .statusCode(200);
        }
    }
}
