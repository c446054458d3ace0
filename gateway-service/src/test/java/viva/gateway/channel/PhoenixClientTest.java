package viva.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import viva.gateway.backend.FakePeers;
import viva.gateway.phoenix.Visitors;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class PhoenixClientTest {
    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    Happenings happenings;

    private final Beings beings = Beings.fresh();

    @Test
    void the_phoenix_client_joins_talks_and_comes_back_by_itself() throws IOException, InterruptedException {
        try (PhoenixScript script = PhoenixScript.start(
                "protocol.mjs",
                server.toString(),
                visitors.socketToken(beings.owner()),
                beings.avatar().toString())) {
            JsonNode joined = script.next();
            assertThat(joined.path("avatar").asText()).isEqualTo("Luna");
            assertThat(joined.path("energy").asDouble()).isEqualTo(80.0);
            happenings.answers(beings.avatar(), beings.owner(), "first");

            JsonNode talked = script.next();
            assertThat(talked.path("messageId").asText()).isNotEmpty();
            assertThat(talked.path("mood").asDouble()).isEqualTo(0.4);

            assertThat(script.next().path("step").asText()).isEqualTo("dropped");
            happenings.answers(beings.avatar(), beings.owner(), "missed");
            assertThat(script.next().path("responses"))
                    .extracting(JsonNode::asText)
                    .containsExactly("first", "missed");

            assertThat(script.next().path("step").asText()).isEqualTo("recovered");
            assertThat(script.next().path("scale").asDouble()).isEqualTo(600.0);
        }
    }
}
