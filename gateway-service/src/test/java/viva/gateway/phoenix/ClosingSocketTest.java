package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** What a client says to a connection that the server has begun to close. */
@QuarkusTest
@TestProfile(RestlessProfile.class)
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class ClosingSocketTest {
    private static final String JOIN = "[\"1\",\"1\",\"trouble:x\",\"phx_join\",{}]";
    private static final String NO_FRAME = "nonsense";

    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    OpenSockets sockets;

    @Inject
    TroubleFamily trouble;

    private final String late = "late-" + UUID.randomUUID();

    @BeforeEach
    void nobody_is_here() {
        Waiting.await().until(() -> sockets.size() == 0);
    }

    @Test
    void what_comes_in_behind_the_frame_that_closed_a_socket_is_not_done() throws IOException {
        try (RawClient client = joined()) {
            client.send(event("early"));
            assertThat(client.readsClose()).isFalse();

            client.send(NO_FRAME, event(late));
            client.awaitClose();
            Waiting.await().until(() -> sockets.size() == 0);
        }

        assertThat(trouble.begun().snapshot()).contains("early").doesNotContain(late);
    }

    @Test
    void what_waited_for_an_earlier_event_as_the_socket_was_closed_is_not_begun() throws IOException {
        try (RawClient client = joined()) {
            client.send(event("slow"), event(late));
            Waiting.await().until(() -> trouble.begun().snapshot().contains("slow"));

            client.send(NO_FRAME);
            client.awaitClose();

            trouble.finish();
            Waiting.await().until(() -> sockets.size() == 0);
        }

        assertThat(trouble.begun().snapshot()).doesNotContain(late);
    }

    private RawClient joined() throws IOException {
        RawClient client =
                RawClient.connect(server, visitors.socketToken(Beings.fresh().owner()));
        client.send(JOIN);
        assertThat(client.readsClose()).isFalse();
        return client;
    }

    private static String event(String name) {
        return "[\"1\",\"2\",\"trouble:x\",\"" + name + "\",{}]";
    }
}
