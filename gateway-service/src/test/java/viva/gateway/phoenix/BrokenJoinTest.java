package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.gateway.backend.FakePeers;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class BrokenJoinTest {
    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Test
    void a_join_is_granted_although_the_connection_of_its_question_breaks_off() {
        UUID owner = UUID.randomUUID();
        UUID avatar = new UUID(FakePeers.BREAKS_OFF, owner.getLeastSignificantBits());

        try (PhoenixClient client = PhoenixClient.connect(server, visitors.socketToken(new AccountId(owner)))) {
            assertThat(client.join("avatar:" + avatar).path("status").asText()).isEqualTo("ok");
        }
    }
}
