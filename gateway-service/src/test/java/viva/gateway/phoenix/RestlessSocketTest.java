package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
import viva.gateway.session.Sessions;
import viva.gateway.token.TokenMint;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@TestProfile(RestlessProfile.class)
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class RestlessSocketTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    Sessions sessions;

    @Inject
    TokenMint mint;

    @Inject
    OpenSockets sockets;

    private final AccountId account = Beings.fresh().owner();
    private final List<PhoenixClient> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(PhoenixClient::close);
        Waiting.await().until(() -> sockets.size() == 0);
    }

    @Test
    void a_socket_closes_when_its_token_expires_and_the_token_opens_no_other() {
        String token = visitors.socketToken(account);
        PhoenixClient client = connect(token);

        assertThat(client.awaitClose()).isEqualTo(1008);
        Waiting.await().untilAsserted(() -> assertRefused(403, token));
    }

    @Test
    void a_silent_client_is_cut_off() {
        PhoenixClient client = connect(lastingToken());

        client.awaitClose();

        Waiting.await().until(() -> sockets.size() == 0);
    }

    @Test
    void a_full_gateway_says_so_until_somebody_leaves() {
        String token = lastingToken();
        connect(token);
        connect(token);
        PhoenixClient third = connect(token);
        Waiting.await().until(() -> sockets.size() == 3);

        assertRefused(503, token);

        third.close();
        Waiting.await()
                .untilAsserted(() -> assertThat(connect(token)
                                .push("phoenix", "heartbeat")
                                .path("status")
                                .asText())
                        .isEqualTo("ok"));
    }

    @Test
    void a_client_that_does_not_read_is_cut_off() throws IOException {
        try (Socket deaf = new Socket(server.getHost(), server.getPort())) {
            deaf.getOutputStream().write(upgrade(lastingToken()).getBytes(StandardCharsets.US_ASCII));
            Waiting.await().until(() -> sockets.size() == 1);
            deaf.getOutputStream().write(masked("[\"1\",\"1\",\"trouble:x\",\"phx_join\",{}]"));
            deaf.getOutputStream().write(masked("[\"1\",\"2\",\"trouble:x\",\"flood\",{}]"));

            Waiting.await().until(() -> sockets.size() == 0);
        }
    }

    private String upgrade(String token) {
        return "GET /socket/websocket?vsn=2.0.0&token=" + token + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    /** A text frame of a client, masked with zeros (RFC 6455, 5.2). */
    private static byte[] masked(String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }

    /** An access token: it holds longer than socket tokens do here. */
    private String lastingToken() {
        Sessions.Opened opened = sessions.open(account, 0).await().atMost(PATIENCE);
        return mint.access(opened.session(), Set.of()).text();
    }

    private void assertRefused(int status, String token) {
        assertThatThrownBy(() -> connect(token))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
    }

    private PhoenixClient connect(String token) {
        PhoenixClient client = PhoenixClient.connect(server, token);
        clients.add(client);
        client.send(null, null, "phoenix", "heartbeat", JsonNodeFactory.instance.objectNode());
        return client;
    }
}
