package viva.gateway.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.gateway.support.Owner;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.OwnVivaServers;
import viva.platform.testkit.OwnVivaServers.Kind;

@QuarkusTest
@TestProfile(ProbesTest.OpenToTheNetwork.class)
@WithTestResource(value = OwnVivaServers.class, initArgs = @ResourceArg(name = "service", value = "gateway"))
@WithTestResource(LifeNearby.class)
class ProbesTest {
    /** Linux answers on every address of 127.0.0.0/8; only who listens everywhere is found at this one. */
    private static final String ANOTHER_ADDRESS = "127.0.0.2";

    private static final int CONNECT_MILLIS = 2_000;

    public static final class OpenToTheNetwork implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("VIVA_HOST", "0.0.0.0");
        }
    }

    @BeforeEach
    void everythingIsThere() {
        ManagementPort.awaitReady();
        await().untilAsserted(() -> assertThat(ManagementPort.reachable())
                .containsEntry("broker", true)
                .containsEntry("database", true)
                .containsEntry("redis", true)
                .containsEntry("life", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"})
    void the_public_port_tells_nobody_how_the_gateway_is_and_the_management_port_does(String path) {
        given().get(path).then().statusCode(404);
        ManagementPort.get(path).then().statusCode(200);
    }

    @Test
    void the_public_port_describes_the_public_rest() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/avatars"));
        given().get("/q/swagger-ui/").then().statusCode(200);
        ManagementPort.get("/q/openapi").then().statusCode(404);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_address_of_the_gateway_opens_its_public_port_alone() {
        assertThat(accepts(RestAssured.port)).isTrue();
        assertThat(accepts(ManagementPort.uri().getPort())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"BROKER", "REDIS"})
    void a_server_that_is_away_is_named_and_the_gateway_stays_in_service(Kind server) {
        server.stop();
        try {
            await().untilAsserted(
                            () -> assertThat(ManagementPort.reachable()).containsEntry(server.dependency(), false));

            isInService(200);
            await().untilAsserted(() -> assertThat(ManagementPort.metrics()).contains(away(server.dependency())));
        } finally {
            server.start();
        }
    }

    @Test
    void without_redis_limits_are_those_of_the_process_and_changes_are_still_made() {
        Owner owner = Owner.signUp();
        Kind.REDIS.stop();
        try {
            for (int i = 0; i < 3; i++) {
                owner.asks()
                        .contentType(ContentType.JSON)
                        .body(Map.of("display_name", "Ada " + i))
                        .patch("/api/me")
                        .then()
                        .statusCode(200)
                        .body("display_name", equalTo("Ada " + i));
            }
            assertThat(ManagementPort.metrics()).contains("viva_gateway_limits_local{service=\"gateway\"} 1.0");
        } finally {
            Kind.REDIS.start();
        }
    }

    @Test
    void without_redis_who_signs_in_is_told_to_come_back() {
        Owner owner = Owner.signUp();
        Kind.REDIS.stop();
        try {
            Owner.post("/api/sessions", Map.of("login", owner.username(), "password", Owner.PASSWORD))
                    .statusCode(503)
                    .header("Retry-After", "2");
        } finally {
            Kind.REDIS.start();
        }
    }

    @Test
    void a_life_service_that_is_away_is_named_and_the_gateway_stays_in_service() {
        LifeNearby.leave();
        try {
            await().untilAsserted(() -> assertThat(ManagementPort.reachable()).containsEntry("life", false));

            isInService(200);
            await().untilAsserted(() -> assertThat(ManagementPort.metrics()).contains(away("life")));
        } finally {
            LifeNearby.comeBack();
        }
    }

    @Test
    void without_its_own_database_the_gateway_is_out_of_service_and_not_started_again() {
        Kind.DATABASE.stop();
        try {
            await().untilAsserted(
                            () -> ManagementPort.get("/q/health/ready").then().statusCode(503));

            isInService(503);
        } finally {
            Kind.DATABASE.start();
        }
    }

    private static void isInService(int ready) {
        ManagementPort.get("/q/health/ready").then().statusCode(ready);
        ManagementPort.get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        ManagementPort.get("/q/health/started").then().statusCode(200);
    }

    private static String away(String dependency) {
        return "viva_reachable{dependency=\"" + dependency + "\",service=\"gateway\"} 0.0";
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(ANOTHER_ADDRESS, port), CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
