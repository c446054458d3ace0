package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AccountId;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class SocketTest {
    private static final String TROUBLE = "trouble:x";

    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    SocketConfig config;

    private final AccountId account = Beings.fresh().owner();
    private final List<PhoenixClient> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(PhoenixClient::close);
    }

    @Test
    void a_heartbeat_is_answered_to_the_letter() {
        PhoenixClient client = connect();

        client.send(null, "7", "phoenix", "heartbeat", empty());

        JsonNode frame = client.await(any -> true);
        assertThat(frame.toString())
                .isEqualTo("[null,\"7\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    }

    @Test
    void the_token_may_come_as_a_subprotocol() {
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(visitors.socketToken(account).getBytes(StandardCharsets.US_ASCII));

        PhoenixClient client = open("?vsn=2.0.0", Map.of(), "phoenix", "base64url.bearer.phx." + token);

        assertThat(client.subprotocol()).isEqualTo("phoenix");
        assertThat(client.push("phoenix", "heartbeat").path("status").asText()).isEqualTo("ok");
    }

    @Test
    void without_a_token_that_is_good_nobody_gets_in() {
        String good = visitors.socketToken(account);
        String stranger = TestTokens.internal("socket", account).sign();
        String internal =
                TestTokens.internal("gateway", account).signedByAStranger().sign();

        assertRefused(403, () -> open("?vsn=2.0.0", Map.of()));
        assertRefused(403, () -> open("?vsn=2.0.0&token=", Map.of()));
        assertRefused(403, () -> open("?vsn=2.0.0&token=garbage", Map.of()));
        assertRefused(403, () -> open("?vsn=2.0.0&token=" + stranger, Map.of()));
        assertRefused(403, () -> open("?vsn=2.0.0&token=" + internal, Map.of()));
        assertRefused(403, () -> open("?vsn=2.0.0&token=" + good.substring(0, good.length() - 4) + "AAAA", Map.of()));
    }

    @Test
    void another_version_and_a_foreign_page_are_refused() {
        String query = "&token=" + visitors.socketToken(account);

        assertRefused(403, () -> open("?vsn=1.0.0" + query, Map.of()));
        assertRefused(403, () -> open("?" + query, Map.of()));
        assertRefused(403, () -> open("?vsn=2.0.0" + query, Map.of("Origin", "https://evil.example")));
        PhoenixClient ownPage = open("?vsn=2.0.0" + query, Map.of("Origin", "http://" + server.getAuthority()));
        assertThat(ownPage.push("phoenix", "heartbeat").path("status").asText()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{}", "[1,2,3]", "[null,null,\"t\",\"e\",[]]", "[null,1,\"t\",\"e\",{}]"})
    void a_malformed_frame_closes_its_socket_and_no_other(String text) {
        PhoenixClient innocent = connect();
        PhoenixClient client = connect();

        client.text(text);

        assertThat(client.awaitClose()).isEqualTo(1007);
        assertThat(innocent.push("phoenix", "heartbeat").path("status").asText())
                .isEqualTo("ok");
    }

    @Test
    void a_frame_may_have_64_kibibytes_and_not_one_more() {
        int rest = "[null,\"1\",\"phoenix\",\"heartbeat\",{\"a\":\"\"}]".length();
        PhoenixClient client = connect();

        client.text("[null,\"1\",\"phoenix\",\"heartbeat\",{\"a\":\"" + "x".repeat(65_536 - rest) + "\"}]");
        client.await(frame -> frame.get(1).asText().equals("1"));
        client.text("[null,\"2\",\"phoenix\",\"heartbeat\",{\"a\":\"" + "x".repeat(65_537 - rest) + "\"}]");

        assertThat(client.awaitClose()).isEqualTo(1009);
    }

    @Test
    void a_frame_beyond_all_measure_closes_the_socket() {
        PhoenixClient client = connect();

        client.text("x".repeat(3_000_000));

        assertThat(client.awaitClose()).isIn(1006, 1009);
        assertThat(connect().push("phoenix", "heartbeat").path("status").asText())
                .isEqualTo("ok");
    }

    @Test
    void unknown_topics_are_unmatched() {
        PhoenixClient client = connect();

        assertThat(client.join("nowhere").path("response").path("reason").asText())
                .isEqualTo("unmatched topic");
        assertThat(client.join("room:lobby").path("response").path("reason").asText())
                .isEqualTo("unmatched topic");
        assertThat(client.push("trouble:never-joined", "x")
                        .path("response")
                        .path("reason")
                        .asText())
                .isEqualTo("unmatched topic");
    }

    @Test
    void joining_again_closes_the_old_channel_whose_events_are_then_ignored() {
        PhoenixClient client = connect();
        client.request("1", "1", TROUBLE, "phx_join", empty());

        client.request("2", "2", TROUBLE, "phx_join", empty());

        client.await(frame -> frame.toString().equals("[\"1\",\"1\",\"trouble:x\",\"phx_close\",{}]"));
        client.send("1", "stale", TROUBLE, "anything", empty());
        assertThat(client.request("2", "fresh", TROUBLE, "anything", empty())
                        .path("status")
                        .asText())
                .isEqualTo("ok");
        assertThat(client.pushed("phx_reply")).hasSize(3);
    }

    @Test
    void leaving_is_answered_and_closes() {
        PhoenixClient client = connect();
        client.request("1", "1", TROUBLE, "phx_join", empty());

        JsonNode reply = client.request("1", "2", TROUBLE, "phx_leave", empty());

        assertThat(reply.path("status").asText()).isEqualTo("ok");
        client.await(frame -> frame.toString().equals("[\"1\",\"1\",\"trouble:x\",\"phx_close\",{}]"));
    }

    @Test
    void the_hundred_and_first_topic_is_refused() {
        PhoenixClient client = connect();
        for (int i = 1; i <= 100; i++) {
            assertThat(client.join("trouble:" + i).path("status").asText()).isEqualTo("ok");
        }

        JsonNode reply = client.join("trouble:101");

        assertThat(reply.path("response").path("reason").asText()).isEqualTo("too many channels joined");
    }

    @Test
    void a_bug_in_a_handler_closes_the_topic_and_not_the_socket() {
        PhoenixClient client = connect();
        client.request("1", "1", TROUBLE, "phx_join", empty());

        client.send("1", "2", TROUBLE, "bug", empty());

        JsonNode error = client.await(frame -> frame.get(3).asText().equals("phx_error"));
        assertThat(error.get(0).asText()).isEqualTo("1");
        assertThat(error.get(1).asText()).isEqualTo("1");
        assertThat(client.request("3", "3", TROUBLE, "phx_join", empty())
                        .path("status")
                        .asText())
                .isEqualTo("ok");
    }

    @Test
    void a_bug_in_a_join_is_answered() {
        JsonNode reply = connect().join("trouble:at-the-door");

        assertThat(reply.path("response").path("reason").asText()).isEqualTo("join crashed");
    }

    @Test
    void binary_frames_are_read_and_their_payload_is_refused() {
        PhoenixClient client = connect();
        client.request("1", "1", TROUBLE, "phx_join", empty());

        byte[] lengths = {0, 1, 1, 9, 4};
        byte[] strings = "12trouble:xsing".getBytes(StandardCharsets.US_ASCII);
        client.bytes(ByteBuffer.allocate(23)
                .put(lengths)
                .put(strings)
                .put(new byte[] {1, 2, 3})
                .flip());

        JsonNode reply = client.await(frame ->
                frame.get(1).asText().equals("2") && frame.get(3).asText().equals("phx_reply"));
        assertThat(reply.get(4).path("response").path("reason").asText()).isEqualTo("unsupported_payload");
    }

    @Test
    void a_malformed_binary_frame_closes_the_socket() {
        PhoenixClient client = connect();

        client.bytes(ByteBuffer.wrap(new byte[] {9, 9, 9, 9, 9, 9}));

        assertThat(client.awaitClose()).isEqualTo(1007);
    }

    @Test
    void frames_of_one_socket_are_answered_in_order() {
        PhoenixClient client = connect();
        client.request("1", "join", TROUBLE, "phx_join", empty());

        for (int i = 0; i < 100; i++) {
            client.send("1", "r" + i, TROUBLE, "anything", empty());
        }

        client.await(frame -> frame.get(1).asText().equals("r99"));
        List<String> refs = client.all().stream()
                .map(frame -> frame.get(1).asText())
                .filter(ref -> ref.startsWith("r"))
                .toList();
        assertThat(refs).hasSize(100);
        for (int i = 0; i < 100; i++) {
            assertThat(refs.get(i)).isEqualTo("r" + i);
        }
    }

    @Test
    void who_sends_too_much_is_slowed_down_and_who_does_not_stop_is_closed() {
        PhoenixClient client = connect();

        try {
            for (int i = 0; i < 20_000; i++) {
                client.send(null, "h" + i, "phoenix", "heartbeat", empty());
            }
        } catch (CompletionException e) {
            // The server has closed the connection meanwhile.
        }

        assertThat(client.awaitClose()).isIn(1008, 1006);
        assertThat(client.pushed("phx_reply"))
                .anyMatch(
                        reply -> reply.path("response").path("reason").asText().equals("rate_limited"));
    }

    @Test
    void a_client_that_sends_too_much_may_still_leave() {
        PhoenixClient client = connect();
        client.request("1", "join", TROUBLE, "phx_join", empty());
        int beyondTheBurst = config.frameBurst() + 3 * config.framesPerSecond();

        for (int i = 0; i < beyondTheBurst; i++) {
            client.send(null, "h" + i, "phoenix", "heartbeat", empty());
        }
        JsonNode left = client.request("1", "leave", TROUBLE, "phx_leave", empty());

        assertThat(left.path("status").asText()).isEqualTo("ok");
    }

    @Test
    void an_event_is_answered_before_clients_give_up_waiting() {
        Duration patienceOfClients = Duration.ofSeconds(10);

        assertThat(config.handlerTimeout()).isLessThan(patienceOfClients);
    }

    private void assertRefused(int status, ThrowingCallable connecting) {
        assertThatThrownBy(connecting)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
    }

    private PhoenixClient connect() {
        return open("?vsn=2.0.0&token=" + visitors.socketToken(account), Map.of());
    }

    private PhoenixClient open(String query, Map<String, String> headers, String... subprotocols) {
        PhoenixClient client = PhoenixClient.open(server, query, headers, subprotocols);
        clients.add(client);
        return client;
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
