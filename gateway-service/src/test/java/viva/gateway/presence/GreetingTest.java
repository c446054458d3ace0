package viva.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.TriggerThoughtV1;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
import viva.gateway.command.WishTap;
import viva.gateway.command.Wishes;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.phoenix.Visitors;
import viva.gateway.support.Owner;
import viva.platform.messaging.Broker;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class GreetingTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    LastSeen lastSeen;

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    Presence presence;

    @Inject
    Wishes wishes;

    @Inject
    Broker broker;

    private final Beings beings = Beings.fresh();
    private final Instant hourAgo = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
    private WishTap tap;
    private PhoenixClient client;

    @BeforeEach
    void listen() {
        tap = new WishTap(broker, beings.avatar());
    }

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
        }
        tap.close();
    }

    @Test
    void an_owner_who_comes_back_is_announced_to_the_avatar() {
        seen(hourAgo);

        join();

        OwnerCameV1 came = tap.await(OwnerCameV1.class);
        assertThat(came.ownerId()).isEqualTo(beings.owner());
        assertThat(came.awaySince()).isEqualTo(hourAgo);
        assertThat(came.cameAt()).isAfter(hourAgo);
        assertThat(came.timezone()).isNull();
    }

    @Test
    void the_announcement_tells_the_owner_s_timezone() {
        AccountId account = AccountId.of(Owner.signUp().id());
        seen(hourAgo);

        presence.came(account, beings.avatar(), false);

        OwnerCameV1 came = tap.await(OwnerCameV1.class);
        assertThat(came.timezone()).isEqualTo("UTC");
        assertThat(came.locale()).isEqualTo("en");
        assertThat(came.country()).isNull();
    }

    @Test
    void the_first_visit_ever_is_not_a_return() {
        join();

        nothingWasAnnouncedAfter(Instant.EPOCH);
    }

    @Test
    void a_short_absence_is_none() {
        Instant lately = Instant.now().minus(Duration.ofMinutes(4)).truncatedTo(ChronoUnit.MILLIS);
        seen(lately);

        join();

        nothingWasAnnouncedAfter(lately);
    }

    @Test
    void a_second_device_is_no_return() {
        join();
        awaitSeenAfter(Instant.EPOCH);
        seen(hourAgo);

        try (PhoenixClient second = PhoenixClient.connect(server, visitors.socketToken(beings.owner()))) {
            second.join(beings.topic());
            nothingWasAnnouncedAfter(hourAgo);
        }
    }

    @Test
    void of_two_gateways_that_are_joined_at_once_one_learns_of_the_absence() {
        seen(hourAgo);

        Optional<Instant> first = replaced();
        Optional<Instant> second = replaced();

        assertThat(first).contains(hourAgo);
        assertThat(second).hasValueSatisfying(seen -> assertThat(seen).isAfter(hourAgo));
    }

    @Test
    void who_leaves_was_here_until_then() {
        join();
        awaitSeenAfter(Instant.EPOCH);
        seen(hourAgo);

        client.push(beings.topic(), "phx_leave");

        awaitSeenAfter(hourAgo);
    }

    /** Commands to one avatar keep their order, so what was said before the thought was asked for is there with it. */
    private void nothingWasAnnouncedAfter(Instant before) {
        awaitSeenAfter(before);
        wishes.think(beings.owner(), beings.avatar()).await().atMost(PATIENCE);
        tap.await(TriggerThoughtV1.class);
        assertThat(tap.heard(OwnerCameV1.class)).isEmpty();
    }

    private void awaitSeenAfter(Instant before) {
        Waiting.await().atMost(PATIENCE).until(() -> {
            String millis = redis.value(String.class)
                    .get("viva:presence:" + beings.avatar())
                    .await()
                    .atMost(PATIENCE);
            return millis != null
                    && Instant.ofEpochMilli(Long.parseLong(millis)).isAfter(before);
        });
    }

    private void seen(Instant at) {
        lastSeen.note(List.of(beings.avatar()), at).await().atMost(PATIENCE);
    }

    private Optional<Instant> replaced() {
        return lastSeen.replace(beings.avatar(), Instant.now()).await().atMost(PATIENCE);
    }

    private void join() {
        client = PhoenixClient.connect(server, visitors.socketToken(beings.owner()));
        client.join(beings.topic());
    }
}
