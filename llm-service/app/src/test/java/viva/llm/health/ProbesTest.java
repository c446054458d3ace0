package viva.llm.health;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.OwnVivaServers;
import viva.platform.testkit.OwnVivaServers.Kind;

@QuarkusTest
@WithTestResource(value = OwnVivaServers.class, initArgs = @ResourceArg(name = "service", value = "llm"))
class ProbesTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_offline_voice_needs_no_server_so_the_service_stays_in_service(Kind server) {
        ManagementPort.awaitReady();
        await().untilAsserted(() -> assertThat(ManagementPort.reachable()).containsEntry(server.dependency(), true));

        server.stop();
        try {
            await().untilAsserted(
                            () -> assertThat(ManagementPort.reachable()).containsEntry(server.dependency(), false));

            ManagementPort.get("/q/health/ready").then().statusCode(200);
            ManagementPort.get("/q/health/live").then().statusCode(200);
            ManagementPort.get("/q/health/started").then().statusCode(200);
        } finally {
            server.start();
        }
    }
}
