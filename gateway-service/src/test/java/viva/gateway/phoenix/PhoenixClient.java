package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import viva.platform.testkit.Waiting;

/** A client that speaks the protocol frame by frame, and so can also break it. */
public final class PhoenixClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Waiting.PATIENCE;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final AtomicInteger closeCode = new AtomicInteger();
    private final AtomicInteger refs = new AtomicInteger();
    private final WebSocket socket;

    private PhoenixClient(URI address, Map<String, String> headers, String... subprotocols) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
        headers.forEach(builder::header);
        if (subprotocols.length > 0) {
            builder.subprotocols(
                    subprotocols[0],
                    List.of(subprotocols).subList(1, subprotocols.length).toArray(String[]::new));
        }
        socket = builder.buildAsync(address, new Listener()).join();
    }

    /** Connects as clients do, with the token in the query. */
    public static PhoenixClient connect(URI server, String token) {
        return open(server, "?vsn=2.0.0&token=" + token, Map.of());
    }

    /** Connects in any way; fails with a {@link CompletionException} when the server refuses. */
    public static PhoenixClient open(URI server, String query, Map<String, String> headers, String... subprotocols) {
        URI address = URI.create("ws://" + server.getAuthority() + "/socket/websocket" + query);
        return new PhoenixClient(address, headers, subprotocols);
    }

    public String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Sends any text as a frame. */
    public void text(String text) {
        socket.sendText(text, true).join();
    }

    public void bytes(ByteBuffer bytes) {
        socket.sendBinary(bytes, true).join();
    }

    /** Joins and answers the whole payload of the reply. */
    public JsonNode join(String topic, ObjectNode params) {
        String ref = nextRef();
        return request(ref, ref, topic, "phx_join", params);
    }

    public JsonNode join(String topic) {
        return join(topic, JSON.createObjectNode());
    }

    /** Sends an event and answers the whole payload of the reply. */
    public JsonNode push(String topic, String event, ObjectNode payload) {
        return request(null, nextRef(), topic, event, payload);
    }

    public JsonNode push(String topic, String event) {
        return push(topic, event, JSON.createObjectNode());
    }

    public JsonNode request(String joinRef, String ref, String topic, String event, ObjectNode payload) {
        send(joinRef, ref, topic, event, payload);
        return await(frame -> frame.get(3).asText().equals("phx_reply")
                        && ref.equals(frame.get(1).asText()))
                .get(4);
    }

    public void send(String joinRef, String ref, String topic, String event, ObjectNode payload) {
        try {
            text(JSON.writeValueAsString(JSON.createArrayNode()
                    .add(joinRef)
                    .add(ref)
                    .add(topic)
                    .add(event)
                    .add(payload)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public String nextRef() {
        return Integer.toString(refs.incrementAndGet());
    }

    /** The first frame that came and matches, waiting for it. */
    public JsonNode await(Predicate<JsonNode> wanted) {
        Awaited found = new Awaited();
        Waiting.await().atMost(PATIENCE).until(() -> found.in(frames, wanted));
        return found.frame;
    }

    /** Every frame so far, in order. */
    public List<JsonNode> all() {
        return List.copyOf(frames);
    }

    /** The payloads of all pushes of one event so far, in order. */
    public List<JsonNode> pushed(String event) {
        return frames.stream()
                .filter(frame -> frame.get(3).asText().equals(event))
                .map(frame -> frame.get(4))
                .toList();
    }

    /** Waits until an event was pushed so often. */
    public List<JsonNode> awaitPushes(String event, int count) {
        Waiting.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pushed(event)).hasSizeGreaterThanOrEqualTo(count));
        return pushed(event);
    }

    /** Waits until the server closes the connection, and answers its code. */
    public int awaitClose() {
        Waiting.await().atMost(PATIENCE).until(() -> closeCode.get() != 0);
        return closeCode.get();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Awaited {
        private JsonNode frame;

        private boolean in(List<JsonNode> frames, Predicate<JsonNode> wanted) {
            frame = frames.stream().filter(wanted).findFirst().orElse(null);
            return frame != null;
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    frames.add(JSON.readTree(part.toString()));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
                part.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closeCode.set(code);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closeCode.compareAndSet(0, 1006);
        }
    }
}
