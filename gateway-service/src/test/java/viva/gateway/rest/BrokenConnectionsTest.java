package viva.gateway.rest;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.gateway.backend.FakePeers;
import viva.gateway.support.Owner;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class BrokenConnectionsTest {
    @Test
    void a_question_whose_connection_breaks_off_is_asked_once_more() {
        Owner owner = Owner.signUp();
        UUID avatar = new UUID(FakePeers.BREAKS_OFF, UUID.fromString(owner.id()).getLeastSignificantBits());

        owner.asks().get("/api/avatars/" + avatar).then().statusCode(200).body("id", equalTo(avatar.toString()));
    }
}
