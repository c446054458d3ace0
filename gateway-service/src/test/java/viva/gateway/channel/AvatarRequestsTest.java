package viva.gateway.channel;

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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.gateway.backend.FakePeers;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.phoenix.Visitors;
import viva.platform.testkit.VivaServers;

/** What an owner asks of its avatar over the channel, and how it is refused. */
@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class AvatarRequestsTest {
    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    private final Beings beings = Beings.fresh();
    private Devices devices;

    @BeforeEach
    void connect() {
        devices = new Devices(server, visitors, beings);
    }

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void the_state_is_answered_and_pushed() {
        PhoenixClient client = devices.joined();

        JsonNode reply = client.push(beings.topic(), "get_state");

        assertThat(reply.path("response").path("mood").asDouble()).isEqualTo(0.4);
        JsonNode pushed = client.awaitPushes("state", 1).getFirst();
        assertThat(pushed.path("needs").path("social").asDouble()).isEqualTo(50.0);
        assertThat(pushed.path("event_id").asText()).isNotEmpty();
    }

    @Test
    void matches_relationships_likes_and_passes_are_asked_for() {
        PhoenixClient client = devices.joined();
        ObjectNode other = params().put("avatar_id", new UUID(8, 8).toString());

        assertThat(client.push(beings.topic(), "get_matches", params().put("limit", 5))
                        .path("response")
                        .path("items"))
                .hasSize(1);
        assertThat(client.push(beings.topic(), "get_relationships")
                        .path("status")
                        .asText())
                .isEqualTo("ok");
        assertThat(client.push(beings.topic(), "like", other)
                        .path("response")
                        .path("mutual")
                        .asBoolean())
                .isTrue();
        assertThat(client.push(beings.topic(), "pass", other).path("status").asText())
                .isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message {}",
                "message {\"content\":null}",
                "message {\"content\":\"   \"}",
                "message {\"content\":7}",
                "message {\"content\":\"nul \\u0000\"}",
                "message {\"content\":\"ok\",\"client_id\":\"\"}",
                "message {\"content\":\"ok\",\"client_id\":[]}",
                "get_matches {\"limit\":0}",
                "get_matches {\"limit\":101}",
                "get_matches {\"limit\":\"5\"}",
                "like {}",
                "like {\"avatar_id\":\"nobody\"}"
            })
    void a_bad_payload_is_answered_with_what_is_wrong(String event) throws Exception {
        int space = event.indexOf(' ');
        ObjectNode payload =
                (ObjectNode) new com.fasterxml.jackson.databind.ObjectMapper().readTree(event.substring(space + 1));

        JsonNode reply = devices.joined().push(beings.topic(), event.substring(0, space), payload);

        assertThat(reply.path("status").asText()).isEqualTo("error");
        assertThat(reply.path("response").path("reason").asText()).isEqualTo("invalid_payload");
        assertThat(reply.path("response").path("message").asText()).isNotEmpty();
    }

    @Test
    void a_message_has_a_longest_length() {
        PhoenixClient client = devices.joined();

        JsonNode longest = client.push(beings.topic(), "send_message", content("x".repeat(4_000)));
        JsonNode longer = client.push(beings.topic(), "send_message", content("x".repeat(4_001)));

        assertThat(longest.path("status").asText()).isEqualTo("ok");
        assertThat(longer.path("status").asText()).isEqualTo("error");
    }

    @Test
    void an_unknown_event_and_an_unknown_position_are_refused() {
        PhoenixClient client = devices.connect();

        JsonNode join = client.join(beings.topic(), params().put("last_event_id", "yesterday"));
        assertThat(join.path("response").path("reason").asText()).isEqualTo("bad_last_event_id");

        client.join(beings.topic());
        JsonNode reply = client.push(beings.topic(), "dance");
        assertThat(reply.path("response").path("reason").asText()).isEqualTo("unknown event");
    }

    private static ObjectNode params() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode content(String text) {
        return params().put("content", text);
    }
}
