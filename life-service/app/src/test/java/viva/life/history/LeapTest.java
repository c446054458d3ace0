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
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.clock.World;
import viva.life.peer.LivingAvatar;
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

    /** More than the seven world days after which nothing is made up any more, and the first ones, which are lived. */
    private static final long LEAP_MILLIS = Duration.ofDays(10).toMillis();

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
            Instant held = Instant.now();
            WorldTime longAfter = new WorldTime(world.now().millis() + LEAP_MILLIS);
            hold(connection, luna.id());
            await().until(() -> world.now().compareTo(longAfter) > 0);
            connection.rollback();

            await().untilAsserted(() -> assertThat(luna.rows("SELECT 1 FROM journal WHERE %s AND kind = 'absent'"))
                    .isNotEmpty());
            luna.answered("Welcome back!");
            assertThat(FoldedLives.allAreAsTheirJournalsSay(connection)).isPositive();
            luna.ask("/state", Map.of("at", held.plusSeconds(5).toString()))
                    .then()
                    .statusCode(200);
        }
    }

    /** Nothing that an avatar does in the world can be stored until the transaction ends, so it stands still at the first such thing. */
    private static void hold(Connection connection, AvatarId avatar) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("SELECT 1 FROM shard WHERE id = ? FOR UPDATE")) {
            lock.setInt(1, ShardId.of(avatar).value());
            lock.executeQuery();
        }
    }
}
