package viva.life.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.WorldTime;
import viva.contracts.message.OwnerCameV1;
import viva.life.history.FoldedLives;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;

/** An avatar that wants to write to its owner in the middle of their night. */
@QuarkusTest
@TestProfile(QuietHoursTest.Fast.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class QuietHoursTest {
    private static final int SCALE = 3_600;
    private static final int NIGHT = 2;
    private static final int END_OF_QUIET = 8;

    /** A world hour is a second: half a world day after its owner's last visit an avatar has something to tell. */
    public static class Fast implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("viva.world.scale", Integer.toString(SCALE), "viva.world.start", "2030-01-01T10:00:00Z");
        }
    }

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    @Inject
    DataSource dataSource;

    private LivingAvatar luna;

    @BeforeEach
    void luna_lives() {
        luna = LivingAvatar.born(broker, pool);
    }

    @AfterEach
    void luna_goes() {
        luna.close();
    }

    @Test
    void what_it_wanted_to_write_is_not_sent_and_waits_for_the_end_of_the_quiet_hours() throws Exception {
        Instant now = Instant.now();
        ZoneOffset owners = ZoneOffset.ofHours(offset(now));
        luna.peers().command(Peers.envelope(new OwnerCameV1(luna.id(), luna.owner(), now, null, owners.getId())));

        List<Row> unsent = await().until(
                        () -> luna.rows("SELECT world_millis, input->>'until' AS unsent_until FROM journal WHERE %s "
                                + "AND kind = 'unsent'"),
                        rows -> !rows.isEmpty());

        WorldTime at = new WorldTime(unsent.getFirst().getLong("world_millis"));
        WorldTime until = WorldTime.parse(unsent.getFirst().getString("unsent_until"));
        double realHours = until.hoursSince(at) / SCALE;
        assertThat(realHours).isCloseTo(END_OF_QUIET - NIGHT, within(1.1));
        assertThat(luna.rows("SELECT 1 FROM reach WHERE %s AND count > 0")).isEmpty();
        try (Connection connection = dataSource.getConnection()) {
            assertThat(FoldedLives.allAreAsTheirJournalsSay(connection)).isPositive();
        }
    }

    /** Whole hours to Greenwich where it is between two and three at night. */
    private static int offset(Instant now) {
        int ahead = Math.floorMod(NIGHT - now.atOffset(ZoneOffset.UTC).getHour(), 24);
        return ahead > 12 ? ahead - 24 : ahead;
    }
}
