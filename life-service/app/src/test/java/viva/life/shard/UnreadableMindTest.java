package viva.life.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.AvatarUpdatedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.life.history.FoldedLives;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;

/** A mind that cannot be read stops its avatar alone: it is kept as it is, and lives on when it can be read again. */
@QuarkusTest
@TestProfile(UnreadableMindTest.SoonAgain.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class UnreadableMindTest {
    public static class SoonAgain implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("viva.shard.reread-every", "300ms");
        }
    }

    /** What a version of this service that is not written yet may leave. */
    private static final Buffer OF_ANOTHER_VERSION = Buffer.buffer(new byte[] {127, 1, 2, 3, 4, 5, 6, 7});

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    @Inject
    DataSource dataSource;

    @Inject
    MeterRegistry metrics;

    @Inject
    Replica replica;

    private LivingAvatar luna;
    private Buffer mind;

    @BeforeEach
    void a_mind_cannot_be_read() {
        luna = LivingAvatar.born(broker, pool);
        UUID usurper = UUID.randomUUID();
        int shard = ShardId.of(luna.id()).value();
        run(
                "INSERT INTO replica (id, expires_at, leaving) VALUES ($1, now() + interval '1 hour', true)",
                Tuple.of(usurper));
        run("UPDATE shard SET epoch = epoch + 1, owner = $1 WHERE id = $2", Tuple.of(usurper, shard));
        await().untilAsserted(() -> assertThat(replica.owned()).isEqualTo(ShardId.COUNT - 1));
        mind = stored();
        write(OF_ANOTHER_VERSION);
        run("UPDATE replica SET expires_at = now() WHERE id = $1", Tuple.of(usurper));
        await().untilAsserted(() -> assertThat(unreadable()).isEqualTo(1));
    }

    @AfterEach
    void it_is_gone() {
        luna.peers().say(Peers.envelope(new AvatarDeletedV1(luna.id(), 9)));
        await().untilAsserted(() -> assertThat(unreadable()).isZero());
        luna.close();
    }

    @Test
    void it_is_kept_and_lives_on_with_all_that_was_said_when_it_can_be_read_again() throws Exception {
        luna.peers().created(luna.id(), luna.owner());
        luna.peers().say(Peers.envelope(new AvatarUpdatedV1(luna.id(), luna.owner(), 2, Peers.profile())));
        var said = luna.peers().wrote(luna.id(), luna.owner(), "Are you there?");
        theOthersOfItsShardGoOn();

        assertThat(stored()).isEqualTo(OF_ANOTHER_VERSION);
        assertThat(luna.ask("/state", Map.of()).statusCode()).isEqualTo(503);
        assertThat(unreadable()).isEqualTo(1);

        write(mind);

        await().untilAsserted(() -> assertThat(luna.rows("SELECT 1 FROM message WHERE %s AND id = '"
                        + said.data().messageId() + "'"))
                .hasSize(1));
        await().untilAsserted(() -> assertThat(luna.rows("SELECT 1 FROM mind WHERE %s AND version = 2"))
                .hasSize(1));
        assertThat(luna.rows("SELECT 1 FROM journal WHERE %s AND kind = 'born'"))
                .hasSize(1);
        assertThat(unreadable()).isZero();
        assertThat(luna.peers().takeDead("life.shard." + ShardId.of(luna.id()))).isEmpty();
        try (Connection connection = dataSource.getConnection()) {
            assertThat(FoldedLives.allAreAsTheirJournalsSay(connection)).isPositive();
        }
    }

    @Test
    void its_owner_may_erase_it_all_the_same() {
        luna.peers().say(Peers.envelope(new AvatarDeletedV1(luna.id(), 2)));

        await().untilAsserted(() -> assertThat(luna.rows("SELECT 1 FROM mind WHERE %s AND standing = 'erased'"))
                .hasSize(1));
        assertThat(unreadable()).isZero();
    }

    private void theOthersOfItsShardGoOn() {
        AvatarId neighbour = new AvatarId(UUID.randomUUID());
        while (!ShardId.of(neighbour).equals(ShardId.of(luna.id()))) {
            neighbour = new AvatarId(UUID.randomUUID());
        }
        luna.peers().created(neighbour, luna.owner());
        luna.peers().wrote(neighbour, luna.owner(), "Hello, neighbour");
        AvatarId id = neighbour;
        await().pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(luna.peers().heard(ConversationMessageV1.class, id))
                        .hasSize(1));
    }

    private double unreadable() {
        return metrics.get("viva.life.minds.unreadable").gauge().value();
    }

    private Buffer stored() {
        Row row = luna.rows("SELECT mind FROM mind WHERE %s").getFirst();
        return row.getBuffer("mind").getDelegate();
    }

    private void write(Buffer bytes) {
        run(
                "UPDATE mind SET mind = $3 WHERE shard_id = $1 AND avatar_id = $2",
                Tuple.of(ShardId.of(luna.id()).value(), luna.id().value(), bytes));
    }

    private void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
    }
}
