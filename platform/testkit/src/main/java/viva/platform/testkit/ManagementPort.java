package viva.platform.testkit;

import static viva.platform.testkit.Waiting.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The port of the service under a {@code @QuarkusTest} at which it tells how it is. */
public final class ManagementPort {
    private ManagementPort() {}

    /** Where it is. */
    public static URI uri() {
        return ConfigProvider.getConfig().getValue("test.management.url", URI.class);
    }

    /** Asks with GET, from the root on: {@code /q/health/ready}. */
    public static Response get(String path) {
        return RestAssured.given().get(uri().resolve(path));
    }

    /** What the service says of itself to Prometheus. */
    public static String metrics() {
        return get("/q/metrics").then().statusCode(200).extract().asString();
    }

    /** Which of its servers and peers the service can reach, by their names, whether it is ready or not. */
    public static Map<String, Boolean> reachable() {
        return get("/q/health/ready").jsonPath().getMap("checks.find { it.name == 'reachable' }.data");
    }

    /** Returns when the service has reached every server and is ready. */
    public static void awaitReady() {
        await().untilAsserted(() -> get("/q/health").then().statusCode(200));
    }
}
