package viva.local.startup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import viva.platform.servers.ServerFailure;

/** What an owner does in the first minute: signs in, looks at everything there is to see of the avatars, and talks to them. */
public final class Rehearsal {
    /** Enough for what an answer takes to be compiled with its profile; ours. */
    private static final int MESSAGES = 300;

    private static final int AT_ONCE = 4;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
    private static final List<String> SIGHTS = List.of(
            "state",
            "history",
            "conversations",
            "memories",
            "relationships",
            "relationship-stats",
            "matches",
            "digest");
    private static final List<String> WORDS = List.of(
            "Hello, how are you?",
            "I had a long day at work and my dog Rex is ill.",
            "What did you do today?",
            "Do you remember the name of my dog?",
            "Are you a real person?",
            "That makes me really happy!");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final URI gateway;

    /** @param gateway where the world is entered */
    public Rehearsal(URI gateway) {
        this.gateway = gateway;
    }

    /** Returns when every message is answered. */
    public void play(String username, String password) {
        String token = ask("POST", "/api/sessions", "", Map.of("login", username, "password", password))
                .path("access_token")
                .asText();
        List<String> avatars =
                ask("GET", "/api/avatars", token, null).path("items").findValuesAsText("id");
        for (String avatar : avatars) {
            SIGHTS.forEach(sight -> ask("GET", "/api/avatars/" + avatar + "/" + sight, token, null));
        }
        talk(
                avatars,
                ask("POST", "/api/socket-token", token, null).path("token").asText());
    }

    private void talk(List<String> avatars, String token) {
        URI address = URI.create(
                gateway.toString().replaceFirst("^http", "ws") + "/socket/websocket?vsn=2.0.0&token=" + token);
        Semaphore turns = new Semaphore(AT_ONCE);
        WebSocket socket = client.newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .buildAsync(address, new Answers(turns))
                .join();
        for (String avatar : avatars) {
            send(socket, avatar, "phx_join", "{}");
        }
        for (int n = 0; n < MESSAGES; n++) {
            take(turns, 1);
            send(
                    socket,
                    avatars.get(n % avatars.size()),
                    "message",
                    "{\"content\":\"" + WORDS.get(n % WORDS.size()) + "\"}");
        }
        take(turns, AT_ONCE);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    private static void send(WebSocket socket, String avatar, String event, String payload) {
        socket.sendText("[\"%1$s\",\"1\",\"avatar:%1$s\",\"%2$s\",%3$s]".formatted(avatar, event, payload), true)
                .join();
    }

    private static void take(Semaphore turns, int count) {
        try {
            if (!turns.tryAcquire(count, ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new ServerFailure("No answer came within " + ANSWER_LIMIT.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted", e);
        }
    }

    private JsonNode ask(String method, String path, String token, Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                    .timeout(LIMIT)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return json.readTree(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new ServerFailure("%s %s: %s".formatted(method, path, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted", e);
        }
    }

    /** Gives back a turn for each answer, and for each message that was refused. */
    private static final class Answers implements WebSocket.Listener {
        private final Semaphore turns;
        private final StringBuilder text = new StringBuilder();

        private Answers(Semaphore turns) {
            this.turns = turns;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                String frame = text.toString();
                text.setLength(0);
                if (frame.contains("\"avatar_response\"") || frame.contains("\"status\":\"error\"")) {
                    turns.release();
                }
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
