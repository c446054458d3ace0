package viva.avatar.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import viva.platform.testkit.Recorder;

/**
 * An llm service whose model knows a few things: texts about the same one are near, all others are far from everything. What the real one answers is pinned by its own
 * {@code EmbeddingResourceTest}. It refuses texts with the word {@value #POISON}.
 */
public class FakeLlm implements QuarkusTestResourceLifecycleManager {
    public static final String POISON = "unreadable";

    /** The texts of each request. */
    static final Recorder<List<String>> ASKED = new Recorder<>();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<List<String>> THINGS = List.of(
            List.of("dog", "puppy", "bark"),
            List.of("roses", "flowers", "garden"),
            List.of("cello", "instrument", "music"));

    private static volatile boolean away;
    private static volatile String model = "fake-1";

    private HttpServer server;

    static void away(boolean now) {
        away = now;
    }

    static void model(String name) {
        model = name;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/vectors", FakeLlm::answer);
        server.start();
        return Map.of("viva.url.llm", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        List<String> texts = JSON.convertValue(
                request.path("texts"), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
        ASKED.accept(texts);
        boolean poisoned = texts.stream().anyMatch(text -> text.contains(POISON));
        int status = away ? 503 : poisoned ? 422 : 200;
        byte[] body = status == 200 ? JSON.writeValueAsBytes(vectors(texts)) : new byte[] {'{', '}'};
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static ObjectNode vectors(List<String> texts) {
        ObjectNode answer = JSON.createObjectNode().put("model", model).put("dimensions", THINGS.size() + 1);
        ArrayNode vectors = answer.putArray("embeddings");
        for (String text : texts) {
            ArrayNode vector = vectors.addArray();
            boolean known = false;
            for (List<String> thing : THINGS) {
                boolean about = thing.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
                vector.add(about && !known ? 1 : 0);
                known |= about;
            }
            vector.add(known ? 0 : 1);
        }
        return answer;
    }
}
