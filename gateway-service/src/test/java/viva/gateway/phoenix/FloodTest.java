package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AccountId;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
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
class FloodTest {
    /** Whatever a flooder sends that is not closed: far more than any limit here. */
    private static final int FLOOD = 100_000;

    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    OpenSockets sockets;

    @Inject
    SocketMemory memory;

    private final List<PhoenixClient> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(PhoenixClient::close);
        await().until(() -> sockets.size() == 0);
        await().untilAsserted(() -> assertThat(memory.held()).isZero());
    }

    @Test
    void an_account_has_so_many_sockets_and_others_have_theirs() {
        AccountId one = Beings.fresh().owner();
        PhoenixClient first = connect(one);
        connect(one);

        assertRefused(one);

        isAnswered(connect(Beings.fresh().owner()));
        first.close();
        await().ignoreExceptions().untilAsserted(() -> isAnswered(connect(one)));
    }

    @Test
    void a_network_has_so_many_sockets_whoever_opens_them() {
        for (int i = 0; i < FloodProfile.SOCKETS_OF_A_NETWORK; i++) {
            connect(Beings.fresh().owner());
        }
        AccountId next = Beings.fresh().owner();

        assertRefused(next);

        clients.getFirst().close();
        await().ignoreExceptions().untilAsserted(() -> isAnswered(connect(next)));
    }

    @Test
    void who_pings_without_reading_is_closed_and_others_do_not_notice() throws IOException {
        PhoenixClient other = connect(Beings.fresh().owner());
        try (RawSocket flooder = RawSocket.upgraded(server, token())) {
            byte[] payload = new byte[125];

            isClosedBy(flooder, () -> flooder.frame(RawSocket.PING, true, payload));
        }
        isAnswered(other);
    }

    @Test
    void who_never_ends_a_message_is_closed_and_others_do_not_notice() throws IOException {
        PhoenixClient other = connect(Beings.fresh().owner());
        try (RawSocket flooder = RawSocket.upgraded(server, token())) {
            flooder.frame(RawSocket.TEXT, false, new byte[] {'['});

            isClosedBy(flooder, () -> flooder.frame(RawSocket.CONTINUATION, false, new byte[] {' '}));
        }
        isAnswered(other);
    }

    @Test
    void who_does_not_read_what_was_asked_for_is_closed_when_the_account_s_share_is_full() throws IOException {
        PhoenixClient other = connect(Beings.fresh().owner());
        try (RawSocket deaf = RawSocket.upgraded(server, token())) {
            await().until(() -> sockets.size() == 2);
            deaf.text("[\"1\",\"1\",\"trouble:x\",\"phx_join\",{}]");
            deaf.text("[\"1\",\"2\",\"trouble:x\",\"flood\",{}]");

            await().until(() -> {
                isAnswered(other);
                return sockets.size() == 1;
            });
        }
        isAnswered(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/world HTTP/1.1\r\nHost: viva\r\nX-Slow: ",
                "POST /api/sessions HTTP/1.1\r\nHost: viva\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{",
                "POST /api/sessions HTTP/1.1\r\nHost: viva\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{",
            })
    void a_request_that_drips_in_is_cut_off_whoever_sends_it(String beginning) throws IOException {
        try (RawSocket slow = new RawSocket(server)) {
            slow.write(beginning);

            await().until(() -> hasEndedBefore(slow, "x"));
        }
    }

    @Test
    void a_socket_lives_longer_than_a_request_may_take_although_nothing_is_written_to_it() throws IOException {
        PhoenixClient quiet = connect(Beings.fresh().owner());

        try (RawSocket slow = new RawSocket(server)) {
            slow.write("GET /api/world HTTP/1.1\r\nX-Slow: ");
            await().until(() -> hasEndedBefore(slow, "x"));
        }

        isAnswered(quiet);
    }

    @Test
    void an_account_joins_so_many_topics_on_all_of_its_sockets() {
        AccountId one = Beings.fresh().owner();
        PhoenixClient first = connect(one);
        PhoenixClient second = connect(one);
        AtomicInteger topics = new AtomicInteger();

        await().until(() -> isRefused(first, topics) && isRefused(second, topics));
    }

    private static boolean isRefused(PhoenixClient client, AtomicInteger topics) {
        return client.join("trouble:" + topics.incrementAndGet())
                .path("response")
                .path("reason")
                .asText()
                .equals("rate_limited");
    }

    private static boolean hasEndedBefore(RawSocket socket, String more) throws IOException {
        try {
            socket.write(more);
        } catch (IOException cutOff) {
            return true;
        }
        return socket.isEnded();
    }

    private interface Sending {
        void send() throws IOException;
    }

    private void isClosedBy(RawSocket flooder, Sending sending) {
        await().until(() -> sockets.size() == 2);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < FLOOD; i++) {
                        sending.send();
                    }
                    if (flooder.isEnded()) {
                        throw new IOException("closed");
                    }
                })
                .isInstanceOf(IOException.class);
        await().until(() -> sockets.size() == 1);
    }

    private String token() {
        return visitors.socketToken(Beings.fresh().owner());
    }

    private PhoenixClient connect(AccountId account) {
        PhoenixClient client = PhoenixClient.connect(server, visitors.socketToken(account));
        clients.add(client);
        isAnswered(client);
        return client;
    }

    private static void isAnswered(PhoenixClient client) {
        assertThat(client.push("phoenix", "heartbeat").path("status").asText()).isEqualTo("ok");
    }

    private void assertRefused(AccountId account) {
        assertThatThrownBy(() -> connect(account))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(429));
    }
}
