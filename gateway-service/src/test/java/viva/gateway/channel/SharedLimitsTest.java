package viva.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.gateway.backend.FakePeers;
import viva.gateway.phoenix.FloodProfile;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.support.Owner;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@TestProfile(FloodProfile.class)
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class SharedLimitsTest {
    private static final int TOO_MANY = 429;

    @TestHTTPResource("/")
    URI server;

    private Owner owner;
    private UUID avatar;
    private PhoenixClient client;

    @BeforeEach
    void anOwnerWithAnAvatar() {
        owner = Owner.signUp();
        avatar = new UUID(
                UUID.randomUUID().getMostSignificantBits(),
                UUID.fromString(owner.id()).getLeastSignificantBits());
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
    }

    @Test
    void messages_of_a_day_are_counted_together_however_they_are_sent() {
        join();
        for (int i = 0; i < FloodProfile.MESSAGES - 1; i++) {
            await().until(() ->
                    push("message", content()).path("status").asText().equals("ok"));
        }
        await().until(() -> post("messages").statusCode() == 202);

        await().untilAsserted(() -> {
            Response refused = post("messages");
            assertThat(refused.statusCode()).isEqualTo(TOO_MANY);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isGreaterThan(60);
        });
        await().until(() -> push("message", content())
                .path("response")
                .path("message")
                .asText()
                .matches("Try again in \\d{3,} seconds"));
    }

    @Test
    void questions_that_take_much_work_are_counted_together_however_they_are_asked() {
        join();
        List<Boolean> overRest = new ArrayList<>();
        List<Boolean> overSocket = new ArrayList<>();

        await().until(() -> {
            overRest.add(get("matches").statusCode() == TOO_MANY);
            overSocket.add(isRateLimited(push("get_matches", empty())));
            return overRest.getLast() && overSocket.getLast();
        });

        assertThat(overRest.getFirst()).isFalse();
        assertThat(overSocket.getFirst()).isFalse();
        await().until(() -> get("history").statusCode() == TOO_MANY);
        await().until(() -> get("state?at=2026-11-01T10:00:00Z").statusCode() == TOO_MANY);
        assertThat(owner.asks().get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void changes_over_a_socket_have_the_limit_of_changes_over_rest() {
        join();

        await().until(() -> {
            String ref = null;
            for (int i = 0; i < 20; i++) {
                ref = client.nextRef();
                client.send(null, ref, topic(), "trigger_thought", empty());
            }
            String last = ref;
            JsonNode reply = client.await(frame -> last.equals(frame.get(1).asText()));
            return isRateLimited(reply.get(4));
        });
    }

    @Test
    void of_too_many_sessions_the_one_that_was_not_used_for_longest_ends() {
        List<String> refreshTokens = new ArrayList<>();
        refreshTokens.add(owner.refreshToken());
        for (int i = 0; i < FloodProfile.SESSIONS; i++) {
            JsonPath signedIn = Owner.post(
                            "/api/sessions", Map.of("login", owner.username(), "password", Owner.PASSWORD))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            refreshTokens.add(Owner.of(signedIn).refreshToken());
        }

        refresh(refreshTokens.getFirst(), 401);
        refreshTokens.subList(1, refreshTokens.size()).forEach(token -> refresh(token, 200));
    }

    private static void refresh(String token, int status) {
        Owner.post("/api/sessions/refresh", Map.of("refresh_token", token)).statusCode(status);
    }

    private void join() {
        String token =
                await().until(() -> owner.asks().post("/api/socket-token").path("token"), text -> text != null);
        client = PhoenixClient.connect(server, token);
        assertThat(client.join(topic()).path("status").asText()).isEqualTo("ok");
    }

    private String topic() {
        return "avatar:" + avatar;
    }

    private JsonNode push(String event, ObjectNode payload) {
        return client.push(topic(), event, payload);
    }

    private static boolean isRateLimited(JsonNode reply) {
        return reply.path("response").path("reason").asText().equals("rate_limited");
    }

    private Response get(String path) {
        return owner.asks().get("/api/avatars/" + avatar + "/" + path);
    }

    private Response post(String path) {
        return owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("content", "Hello"))
                .post("/api/avatars/" + avatar + "/" + path);
    }

    private static ObjectNode content() {
        return empty().put("content", "Hello");
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
