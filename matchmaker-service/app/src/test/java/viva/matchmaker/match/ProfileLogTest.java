package viva.matchmaker.match;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.matchmaker.match.PgProfileLog.Horizon;
import viva.matchmaker.match.SharedIndex.Change;
import viva.matchmaker.rest.Town;
import viva.matchmaker.rest.Town.Single;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** What another replica reads of the table, one look after the other. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "matchmaker"))
class ProfileLogTest {
    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    @Inject
    PgProfileLog log;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry metrics;

    private final String topic = UUID.randomUUID().toString();
    private EventTap tap;
    private Town town;

    @BeforeEach
    void listen() throws Exception {
        tap = new EventTap(brokerUrl, "match.found.*");
        town = new Town(tap);
        ManagementPort.awaitReady();
    }

    @AfterEach
    void hangUp() throws Exception {
        tap.close();
    }

    @Test
    void a_long_transaction_has_no_profile_read_twice_and_is_read_itself_when_it_ends() throws Exception {
        Single early = town.single(topic);
        SqlConnection connection = get(pool.getConnection());
        Transaction longOne = get(connection.begin());
        touch(connection, early.id());
        Horizon first = get(log.horizon());
        Single late = town.single(topic);
        await().untilAsserted(() -> assertThat(idsSince(first)).contains(late.id()));

        Horizon second = get(log.horizon());

        assertThat(idsSince(second)).doesNotContain(late.id(), early.id());
        get(longOne.commit());
        assertThat(idsSince(second)).contains(early.id()).doesNotContain(late.id());
        get(connection.close());
    }

    @Test
    void a_profile_that_is_null_is_counted_and_keeps_no_other_from_being_read() throws Exception {
        Single broken = town.single(topic);
        Single whole = town.single(topic);
        Horizon before = get(log.horizon());
        double counted = unreadable();

        get(pool.query("update profile set profile = 'null', written_by = pg_current_xact_id() where id = '"
                        + broken.id() + "'")
                .execute());
        touch(pool, whole.id());

        assertThat(get(log.since(before))).contains(new Change.Left(broken.id()));
        assertThat(idsSince(before)).contains(whole.id());
        assertThat(unreadable()).isGreaterThan(counted);
        get(pool.query("delete from profile where id = '" + broken.id() + "'").execute());
    }

    private double unreadable() {
        return metrics.get("viva.matchmaker.unreadable").counter().count();
    }

    private static void touch(SqlClient client, AvatarId id) {
        get(client.query("update profile set written_by = pg_current_xact_id() where id = '" + id + "'")
                .execute());
    }

    /** Avatars that came, or changed, since then. */
    private List<AvatarId> idsSince(Horizon horizon) {
        return get(log.since(horizon)).stream()
                .filter(Change.Came.class::isInstance)
                .map(change -> ((Change.Came) change).person().id())
                .toList();
    }

    private static <T> T get(Uni<T> work) {
        return work.await().atMost(Waiting.PATIENCE);
    }
}
