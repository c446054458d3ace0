package viva.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final String WITHOUT_BROKER = """
            {"status":"%1$s","checks":[
              {"name":"reached once","status":"%1$s","data":{"broker":false,"database":true}},
              {"name":"reachable","status":"UP","data":{"broker":false,"database":true,"llm":false}},
              {"name":"index","status":"UP","data":{"avatars":0}}]}""";

    private HttpServer service;
    private volatile int status;
    private volatile String body = "";

    @BeforeEach
    void listen() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/health", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void hangUp() {
        service.stop(0);
    }

    @Test
    void a_service_can_be_ready_while_something_is_away_which_it_names() {
        status = 200;
        body = WITHOUT_BROKER.formatted("UP");

        assertThat(asked()).isEqualTo(new Readiness.Answer(true, List.of("broker", "llm")));
    }

    @Test
    void a_service_that_has_not_started_says_what_it_waits_for() {
        status = 503;
        body = WITHOUT_BROKER.formatted("DOWN");

        assertThat(asked()).isEqualTo(new Readiness.Answer(false, List.of("broker", "llm")));
    }

    @Test
    void nobody_answers_and_somebody_else_answers_are_no_readiness() {
        status = 404;
        body = "<html>";

        assertThat(asked()).isEqualTo(new Readiness.Answer(false, List.of()));

        hangUp();

        assertThat(asked()).isEqualTo(new Readiness.Answer(false, List.of()));
    }

    private Readiness.Answer asked() {
        URI management = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        return new Readiness(HttpClient.newHttpClient(), management).ask();
    }
}
