package viva.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.gateway.backend.FakePeers;
import viva.gateway.command.ClientId;
import viva.gateway.command.MessageContent;
import viva.gateway.command.OwnerMessages;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.phoenix.Visitors;
import viva.gateway.presence.Presence;
import viva.platform.service.problem.Rejected;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.OwnVivaServers;
import viva.platform.testkit.OwnVivaServers.Kind;
import viva.platform.testkit.Waiting;

/** Another gateway answered every round of an erasure while this one was paused, or its broker away. */
@QuarkusTest
@TestProfile(UnheardErasureTest.OnDemand.class)
@WithTestResource(value = OwnVivaServers.class, initArgs = @ResourceArg(name = "service", value = "gateway"))
@WithTestResource(FakePeers.class)
class UnheardErasureTest {
    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    LiveHub hub;

    @Inject
    Presence presence;

    @Inject
    OwnerMessages messages;

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    Pool pool;

    private final Beings luna = Beings.fresh();
    private final AvatarId another = luna.anotherAvatar();
    private Devices devices;

    /** Pulses come when a test wants them. */
    public static final class OnDemand implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.scheduler.enabled", "false");
        }
    }

    @BeforeEach
    void open() {
        ManagementPort.awaitReady();
        devices = new Devices(server, visitors, luna);
    }

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void its_channels_are_closed_when_the_broker_is_back_and_no_others() {
        PhoenixClient client = joined();
        String conversation = "conversation:" + luna.avatar();
        assertThat(client.join(conversation).path("status").asText()).isEqualTo("ok");
        Kind.BROKER.stop();
        try {
            isErasedElsewhere();
        } finally {
            Kind.BROKER.start();
        }

        awaitClosed(client, luna.topic());
        awaitClosed(client, conversation);
        assertThat(client.push("avatar:" + another, "get_state").path("status").asText())
                .isEqualTo("ok");
        assertThat(isNoted(luna.avatar())).isFalse();
    }

    @Test
    void its_channels_are_closed_at_the_next_pulse_and_no_others() {
        PhoenixClient client = joined();
        isErasedElsewhere();

        hub.pulse();

        awaitClosed(client, luna.topic());
        assertThat(client.push("avatar:" + another, "get_state").path("status").asText())
                .isEqualTo("ok");
        awaitNoted(another);
        assertThat(isNoted(luna.avatar())).isFalse();
    }

    @Test
    void nobody_notes_that_its_owner_comes_stays_or_goes() {
        PhoenixClient client = joined();
        isErasedElsewhere();

        assertThat(client.push(luna.topic(), "phx_leave").path("status").asText())
                .isEqualTo("ok");
        // As one that was granted before the erasure.
        assertThat(client.join(luna.topic()).path("status").asText()).isEqualTo("ok");
        presence.here(List.of(luna.avatar(), another));

        awaitNoted(another);
        assertThat(isNoted(luna.avatar())).isFalse();
    }

    @Test
    void what_its_owner_says_is_not_remembered() {
        isErasedElsewhere();

        assertThatThrownBy(() -> messages.take(
                                luna.owner(), luna.avatar(), new MessageContent("Hello"), new ClientId("c1"))
                        .await()
                        .atMost(Waiting.PATIENCE))
                .isInstanceOf(Rejected.class)
                .hasMessage("avatar is not known");
    }

    /** A device that looks at both avatars of the owner. */
    private PhoenixClient joined() {
        PhoenixClient client = devices.joined();
        assertThat(client.join("avatar:" + another).path("status").asText()).isEqualTo("ok");
        awaitNoted(luna.avatar());
        awaitNoted(another);
        return client;
    }

    /** As the other gateway leaves the database and Redis; that an owner looked at the other avatar is to be noted anew. */
    private void isErasedElsewhere() {
        pool.preparedQuery("insert into erased_avatar (id) values (pseudonym($1))")
                .execute(Tuple.of(luna.avatar().value()))
                .await()
                .atMost(Waiting.PATIENCE);
        redis.key().del(key(luna.avatar()), key(another)).await().atMost(Waiting.PATIENCE);
    }

    private static void awaitClosed(PhoenixClient client, String topic) {
        client.await(frame ->
                frame.get(2).asText().equals(topic) && frame.get(3).asText().equals("phx_close"));
    }

    private void awaitNoted(AvatarId avatar) {
        await().until(() -> isNoted(avatar));
    }

    private boolean isNoted(AvatarId avatar) {
        return redis.key().exists(key(avatar)).await().atMost(Waiting.PATIENCE);
    }

    private static String key(AvatarId avatar) {
        return "viva:presence:" + avatar;
    }
}
