package viva.gateway.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import viva.platform.servers.Ports;

/**
 * The other services as the gateway sees them, in one small server: avatars by owner, and lives that begin a little later. The first
 * replica of the life service is gone, so whatever is asked of lives is asked of the second one.
 */
public class FakeServices implements QuarkusTestResourceLifecycleManager {
    /** Avatars whose life the life service does not know for so many questions. */
    public static final Map<String, AtomicInteger> UNBORN = new ConcurrentHashMap<>();

    /** A conversation whose reasons the life service does not keep any more. */
    public static final UUID FORGOTTEN = new UUID(4, 4);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, ObjectNode> AVATARS = new ConcurrentHashMap<>();
    private static final Set<String> ERASED = ConcurrentHashMap.newKeySet();
    private static volatile boolean away;

    private HttpServer server;

    /** Makes every service answer 500 with something that must stay inside, or work again. */
    public static void away(boolean now) {
        away = now;
    }

    /** Whether the avatar service has an avatar. */
    public static boolean has(String avatar) {
        return AVATARS.containsKey(avatar);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        for (String service : new String[] {"avatar", "life", "relationship", "matchmaker"}) {
            server.createContext("/" + service, exchange -> answer(service, exchange));
        }
        server.createContext("/llm", FakeServices::model);
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "AVATAR_URL", base + "/avatar",
                "LIFE_URL", "http://127.0.0.1:" + Ports.free() + "/life," + base + "/life",
                "RELATIONSHIP_URL", base + "/relationship",
                "MATCHMAKER_URL", base + "/matchmaker",
                "LLM_URL", base + "/llm");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** The llm service, which asks for no token when it says who gets the texts. */
    private static void model(HttpExchange exchange) throws IOException {
        byte[] body = "{\"recipient\":\"models.example.org\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void answer(String service, HttpExchange exchange) throws IOException {
        Reply reply;
        if (away) {
            reply = new Reply(500, "{\"secret\":\"stack trace\"}");
        } else {
            JsonNode token = token(exchange);
            String path = exchange.getRequestURI().getPath().substring(service.length() + 1);
            boolean mine = token.path("aud").asText().equals(service)
                    && token.path("iss").asText().equals("viva");
            reply = mine ? reply(service, exchange, path, token) : new Reply(401, "{}");
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", reply.status() >= 400 ? "application/problem+json" : "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Reply reply(String service, HttpExchange exchange, String path, JsonNode token) throws IOException {
        String owner = token.path("sub").asText();
        return switch (service) {
            case "avatar" -> avatars(exchange, path, owner);
            case "life" -> life(exchange, path, owner, token);
            default -> echo(service, exchange, path);
        };
    }

    /** Says what it was asked. */
    private static Reply echo(String service, HttpExchange exchange, String path) {
        return new Reply(
                200,
                "{\"service\":\"" + service + "\",\"path\":\"" + path + "\",\"query\":\""
                        + exchange.getRequestURI().getQuery() + "\"}");
    }

    private static Reply avatars(HttpExchange exchange, String path, String owner) throws IOException {
        String[] parts = path.split("/", -1);
        if (parts[1].equals("profiles")) {
            return AVATARS.containsKey(parts[2])
                    ? new Reply(200, AVATARS.get(parts[2]).toString())
                    : unknown();
        }
        if (parts.length >= 4) {
            return of(parts[2], owner) == null ? unknown() : echo("avatar", exchange, path);
        }
        String id = path.replaceFirst("^/avatars/?", "");
        return switch (exchange.getRequestMethod() + (id.isEmpty() ? "" : "/")) {
            case "POST" -> ERASED.contains(owner) ? unknown() : create(exchange, owner);
            case "GET" ->
                new Reply(
                        200,
                        JSON.createObjectNode()
                                .set(
                                        "items",
                                        JSON.valueToTree(AVATARS.values().stream()
                                                .filter(a -> isOf(a, owner))
                                                .toList()))
                                .toString());
            case "GET/" ->
                of(id, owner) == null ? unknown() : new Reply(200, of(id, owner).toString());
            case "DELETE" -> {
                ERASED.add(owner);
                AVATARS.values().removeIf(avatar -> isOf(avatar, owner));
                yield new Reply(204, "");
            }
            case "DELETE/" -> of(id, owner) == null || AVATARS.remove(id) == null ? unknown() : new Reply(204, "");
            default -> new Reply(200, "{\"openness\":0.5}");
        };
    }

    private static Reply create(HttpExchange exchange, String owner) throws IOException {
        ObjectNode avatar = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        if (!avatar.path("name").isTextual()) {
            return new Reply(
                    422,
                    "{\"type\":\"urn:viva:problem:invalid\",\"title\":\"Some values are not valid\",\"status\":422,"
                            + "\"detail\":\"name is required\",\"errors\":[{\"field\":\"name\",\"message\":\"is required\"}]}");
        }
        avatar.put("id", UUID.randomUUID().toString()).put("owner_id", owner);
        AVATARS.put(avatar.path("id").asText(), avatar);
        return new Reply(201, avatar.toString());
    }

    /** A conversation has the id of the avatar that takes part in it; the reasons of old conversations are forgotten. */
    private static Reply life(HttpExchange exchange, String path, String owner, JsonNode token) {
        String[] parts = path.split("/", -1);
        if (parts[1].equals("world")) {
            boolean operator = token.path("groups").toString().contains("operator");
            return parts.length > 2 && !operator ? new Reply(403, "{}") : new Reply(200, "{\"scale\":10}");
        }
        if (of(parts[2], owner) == null) {
            return unknown();
        }
        if (parts[1].equals("avatars")
                && UNBORN.getOrDefault(parts[2], new AtomicInteger()).getAndDecrement() > 0) {
            return unknown();
        }
        String query = exchange.getRequestURI().getQuery();
        if (query != null && query.contains("conversation=" + FORGOTTEN)) {
            return unknown();
        }
        if (parts[1].equals("conversations") || query != null || !parts[3].equals("state")) {
            return echo("life", exchange, path);
        }
        return new Reply(200, "{\"mood\":0.5}");
    }

    private static Reply unknown() {
        return new Reply(404, "{\"type\":\"urn:viva:problem:not-found\",\"title\":\"Not found\",\"status\":404}");
    }

    private static ObjectNode of(String id, String owner) {
        ObjectNode avatar = AVATARS.get(id);
        return avatar != null && isOf(avatar, owner) ? avatar : null;
    }

    private static boolean isOf(ObjectNode avatar, String owner) {
        return avatar.path("owner_id").asText().equals(owner);
    }

    private static JsonNode token(HttpExchange exchange) throws JsonProcessingException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String payload = header.substring("Bearer ".length()).split("\\.", -1)[1];
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private record Reply(int status, String body) {}
}
