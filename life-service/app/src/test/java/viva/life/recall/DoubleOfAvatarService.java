package viva.life.recall;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An avatar service that remembers one dog, and whoever asks for it. */
public final class DoubleOfAvatarService implements QuarkusTestResourceLifecycleManager {
    static final String MEMORY = "00000000-0000-0001-0000-000000000002";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/avatars/", exchange -> {
            boolean dog = exchange.getRequestURI().getQuery().contains("dog");
            byte[] body = (dog
                            ? "[{\"id\":\"" + MEMORY
                                    + "\",\"content\":\"My owner's dog is called Bruno. My owner told me: “My dog is called"
                                    + " Bruno”.\",\"occurred_at\":\"2030-01-01T12:00:00Z\",\"score\":0.9}]"
                            : "[]")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return Map.of(
                "viva.url.avatar",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "viva.recall.limit",
                "30s",
                "viva.conversation.chat-silence",
                "3s");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
