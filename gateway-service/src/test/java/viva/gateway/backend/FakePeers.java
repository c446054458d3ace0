package viva.gateway.backend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import viva.contracts.AccountId;

/**
 * The other services, as far as sockets ask them. An avatar belongs to the account whose id has the same lower half; so nobody
 * has to tell who owns what. A conversation has the id of the avatar that is asked for it.
 */
public final class FakePeers implements QuarkusTestResourceLifecycleManager {
    private static final String STATE = """
            {"needs":{"energy":80.0,"social":50.0,"stimulation":40.0,"comfort":70.0},"energy":80.0,"social":50.0,
             "stimulation":40.0,"comfort":70.0,"wellbeing":0.6,"mood":0.4,"mood_label":"content",
             "emotions":{"joy":0.5},"dominant_emotion":"joy","activity":"idle","desire":"none","thought":null,
             "interacting_with":null,"asleep":false,"world_time":"2030-01-01T09:00:00Z"}""";

    /** The upper half of avatars that nobody lives yet. */
    public static final long NOT_ALIVE = 0xdead;

    /** The upper half of avatars whose first question of all is broken off without an answer. */
    public static final long BREAKS_OFF = 0xb4ea;

    /** What the life service answers some accounts instead of the world's clock. */
    public enum NoClock {
        /** As long as it does not know the time itself. */
        NOT_BEGUN(0xc10c1, 503, "{\"status\":503}"),
        NOTHING(0xc10c2, 204, ""),
        ANOTHER_ANSWER(0xc10c3, 200, "{}"),
        HALF_A_CLOCK(0xc10c4, 200, "{\"scale\":600.0,\"running\":true,\"version\":9}");

        private final long upperHalf;
        private final int status;
        private final String body;

        NoClock(long upperHalf, int status, String body) {
            this.upperHalf = upperHalf;
            this.status = status;
            this.body = body;
        }

        /** A new account that gets this answer. */
        public AccountId account() {
            return new AccountId(new UUID(upperHalf, UUID.randomUUID().getLeastSignificantBits()));
        }

        private static Optional<NoClock> of(UUID account) {
            return Arrays.stream(values())
                    .filter(answer -> answer.upperHalf == account.getMostSignificantBits())
                    .findFirst();
        }
    }

    private final Set<String> brokenOff = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        // As the services' own server, it leaves it to the gateway to close a connection; the JDK's closes those over
        // 200 at once.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "viva.url.avatar", url,
                "viva.url.life", url,
                "viva.url.relationship", url,
                "viva.url.matchmaker", url,
                "viva.url.llm", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        if (path.length > 2
                && path[2].startsWith(new UUID(BREAKS_OFF, 0).toString().substring(0, 18))
                && brokenOff.add(path[2])) {
            exchange.close();
            return;
        }
        Optional<NoClock> noClock = path[1].equals("world") ? NoClock.of(account(exchange)) : Optional.empty();
        if (noClock.isPresent()) {
            answer(exchange, noClock.get().status, noClock.get().body);
            return;
        }
        String body = path[1].equals("internal")
                ? "{\"recipient\":\"models.example.org\"}"
                : body(path, exchange.getRequestMethod(), account(exchange));
        answer(exchange, body == null ? 404 : 200, body == null ? "{\"status\":404}" : body);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("content-type", status < 300 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String body(String[] path, String method, UUID account) {
        if (path[1].equals("world")) {
            return """
                   {"world_time":"2030-01-01T09:00:00Z","since":"2026-01-01T00:00:00Z","scale":600.0,"running":true,"version":1}""";
        }
        UUID avatar = UUID.fromString(path[2]);
        if (path[1].equals("profiles")) {
            return avatar.getMostSignificantBits() == NOT_ALIVE
                    ? null
                    : "{\"id\":\"%s\",\"name\":\"Milo\"}".formatted(avatar);
        }
        if (avatar.getLeastSignificantBits() != account.getLeastSignificantBits()) {
            return null;
        }
        if (path[1].equals("conversations")) {
            return """
                   {"id":"%s","avatar_id":"%s","type":"avatar","status":"active","with":"%s","with_name":"Milo","voiced":true}""".formatted(avatar, avatar, new UUID(8, 8));
        }
        boolean alive = avatar.getMostSignificantBits() != NOT_ALIVE;
        return switch (path.length == 3 ? "" : path[3] + " " + method) {
            case "" -> "{\"id\":\"%s\",\"owner_id\":\"%s\",\"name\":\"Luna\"}".formatted(avatar, account);
            case "state GET" -> alive ? STATE : null;
            case "conversation GET" -> alive ? "{\"conversation_id\":\"%s\"}".formatted(new UUID(7, 7)) : null;
            case "matches GET" -> "{\"items\":[{\"avatar_id\":\"%s\",\"score\":0.9}]}".formatted(new UUID(8, 8));
            case "memories GET" -> "{\"items\":[{\"content\":\"We laughed.\"}],\"next_cursor\":null}";
            case "bonds GET" -> "{\"items\":[],\"next_cursor\":null}";
            case "likes POST", "passes POST" -> "{\"mutual\":true}";
            default -> null;
        };
    }

    private static UUID account(HttpExchange exchange) {
        String claims = exchange.getRequestHeaders().getFirst("Authorization").split("\\.", -1)[1];
        String json = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
        return UUID.fromString(json.replaceAll(".*\"sub\":\"([0-9a-f-]{36})\".*", "$1"));
    }
}
