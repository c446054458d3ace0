package viva.gateway.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.WorldTime;
import viva.contracts.message.WorldClockV1;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
import viva.gateway.channel.Happenings;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.phoenix.Visitors;
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
class WorldChannelTest {
    private static final String CLOCK = "world:clock";

    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    Happenings happenings;

    private final Beings beings = Beings.fresh();
    private PhoenixClient client;

    @BeforeEach
    void connect() {
        client = PhoenixClient.connect(server, visitors.socketToken(beings.owner()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void the_clock_is_shown_ticks_and_answers() {
        JsonNode shown = client.join(CLOCK).path("response");

        assertThat(shown.path("scale").asDouble()).isEqualTo(600.0);
        assertThat(shown.path("running").asBoolean()).isTrue();
        WorldTime before = WorldTime.parse(shown.path("world_time").asText());
        JsonNode tick = client.awaitPushes("time_update", 1).getFirst();
        assertThat(WorldTime.parse(tick.path("world_time").asText())).isGreaterThan(before);
        assertThat(tick.path("event_id").asText()).isNotEmpty();
        assertThat(client.push(CLOCK, "get_time").path("response").path("scale").asDouble())
                .isEqualTo(600.0);
    }

    @Test
    void a_clock_that_is_paused_is_told_at_once() {
        client.join(CLOCK);
        WorldTime noon = WorldTime.parse("2031-05-05T12:00:00Z");

        happenings.happens(new WorldClockV1(WorldClockV1.WORLD, noon, Instant.now(), 600, false, 2));

        Waiting.await()
                .untilAsserted(() -> assertThat(client.pushed("time_update").stream()
                                .filter(update -> !update.path("running").asBoolean())
                                .map(update -> update.path("world_time").asText()))
                        .containsOnly(noon.toString()));
        happenings.happens(new WorldClockV1(
                WorldClockV1.WORLD, WorldTime.parse("2030-01-01T09:00:00Z"), Instant.now(), 600, true, 3));
        Waiting.await()
                .untilAsserted(() -> assertThat(client.push(CLOCK, "get_time")
                                .path("response")
                                .path("running")
                                .asBoolean())
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(FakePeers.NoClock.class)
    void a_clock_that_is_known_is_shown_whatever_the_life_service_answers(FakePeers.NoClock answer) {
        client.join(CLOCK);

        try (PhoenixClient other = PhoenixClient.connect(server, visitors.socketToken(answer.account()))) {
            assertThat(other.join(CLOCK).path("response").path("scale").asDouble())
                    .isEqualTo(600.0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_tick_may_be_the_last_event_that_a_client_knows(boolean onTheClock) {
        client.join(CLOCK);
        JsonNode tick = client.awaitPushes("time_update", 1).getFirst();
        ObjectNode params = JsonNodeFactory.instance
                .objectNode()
                .put("last_event_id", tick.path("event_id").asText());

        JsonNode reply = client.join(onTheClock ? CLOCK : beings.topic(), params);

        assertThat(reply.path("status").asText()).isEqualTo("ok");
    }

    @Test
    void another_topic_of_the_world_is_unknown() {
        assertThat(client.join("world:weather").path("response").path("reason").asText())
                .isEqualTo("unknown topic");
        client.join(CLOCK);
        assertThat(client.push(CLOCK, "set_time")
                        .path("response")
                        .path("reason")
                        .asText())
                .isEqualTo("unknown event");
    }
}
