package viva.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.local.home.WorldFolder;
import viva.platform.testkit.Recorder;

class DemoAccountTest {
    private static final int AVATARS = 12;

    private final Recorder<UUID> wishes = new Recorder<>();
    private HttpServer gateway;
    private DemoAccount demo;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/accounts", exchange -> answer(exchange, 201, "{\"access_token\":\"token\"}"));
        gateway.start();
        demo = new DemoAccount(
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()), new WorldFolder(home));
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void a_wish_whose_answer_was_lost_is_repeated_as_the_same_wish() {
        Set<UUID> seen = ConcurrentHashMap.newKeySet();
        gateway.createContext("/api/avatars", exchange -> answer(exchange, seen.add(wish(exchange)) ? 503 : 201, "{}"));

        demo.create();

        List<UUID> all = wishes.snapshot();
        assertThat(all).hasSize(2 * AVATARS);
        assertThat(Set.copyOf(all)).hasSize(AVATARS);
        assertThat(demo.exists()).isTrue();
    }

    @Test
    void whoever_begins_again_after_an_interruption_has_the_same_wishes() {
        gateway.createContext("/api/avatars", exchange -> {
            wish(exchange);
            answer(exchange, 201, "{}");
        });

        demo.create();
        demo.create();

        List<UUID> all = wishes.snapshot();
        assertThat(all.subList(AVATARS, all.size())).isEqualTo(all.subList(0, AVATARS));
    }

    private UUID wish(HttpExchange exchange) throws IOException {
        UUID wish = UUID.fromString(new ObjectMapper()
                .readTree(exchange.getRequestBody())
                .path("client_id")
                .asText());
        wishes.accept(wish);
        return wish;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
