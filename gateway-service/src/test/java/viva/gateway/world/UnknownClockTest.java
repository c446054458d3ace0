package viva.gateway.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viva.gateway.backend.FakePeers;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.phoenix.Visitors;
import viva.platform.testkit.VivaServers;

/** The life service has told this gateway of no clock. */
@QuarkusTest
@TestProfile(UnknownClockTest.FreshGateway.class)
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class UnknownClockTest {
    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    /** Has a gateway started that nobody has told of a clock. */
    public static final class FreshGateway implements QuarkusTestProfile {}

    @ParameterizedTest
    @EnumSource(FakePeers.NoClock.class)
    void as_long_as_the_clock_is_not_known_a_join_is_answered_so(FakePeers.NoClock answer) {
        try (PhoenixClient client = PhoenixClient.connect(server, visitors.socketToken(answer.account()))) {
            JsonNode reply = client.join("world:clock");

            assertThat(reply.path("status").asText()).isEqualTo("error");
            assertThat(reply.path("response").path("reason").asText()).isEqualTo("unavailable");
            assertThat(reply.path("response").path("message").asText())
                    .startsWith("the world's clock is not known yet");
        }
    }
}
