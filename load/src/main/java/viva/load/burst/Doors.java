package viva.load.burst;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import viva.load.owner.PublicApi;

/** The public REST and the socket of a gateway, as one client of many owners asks them. */
public final class Doors {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PASSWORD = "Burst-7-and-more";

    private final URI gateway;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final PublicApi api;

    public Doors(URI gateway) {
        this.gateway = gateway;
        this.api = new PublicApi(gateway);
    }

    /** Opens an account and creates an avatar; waits as long as the gateway says. */
    public Guest invite() {
        String name = "burst" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode account = api.expect(api.post(
                "/api/accounts", null, Map.of("email", name + "@viva.local", "username", name, "password", PASSWORD)));
        String token = account.path("access_token").asText();
        JsonNode avatar = api.expect(api.post("/api/avatars", token, Map.of("name", "Luna")));
        return new Guest(token, avatar.path("id").asText());
    }

    /** A token that opens sockets. */
    public String socketToken(Guest guest) {
        return api.expect(api.post("/api/socket-token", guest.accessToken(), Map.of()))
                .path("token")
                .asText();
    }

    /** Asks something of an avatar and answers the status. */
    public CompletableFuture<String> get(Guest guest, String what) {
        return status(api.get("/api/avatars/" + guest.avatar() + "/" + what, guest.accessToken()));
    }

    /** Says something to an avatar and answers the status. */
    public CompletableFuture<String> say(Guest guest, String content) {
        return status(api.post(
                "/api/avatars/" + guest.avatar() + "/messages", guest.accessToken(), Map.of("content", content)));
    }

    /** Opens a socket, joins the avatar's topic and answers what the join was answered with; the socket stays open. */
    public CompletableFuture<String> join(Guest guest, String socketToken) {
        URI socket = URI.create("ws://" + gateway.getAuthority() + "/socket/websocket?vsn=2.0.0&token=" + socketToken);
        Joining joining = new Joining(guest.avatar());
        return client.newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .buildAsync(socket, joining)
                .thenCompose(open -> joining.answer());
    }

    private CompletableFuture<String> status(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.discarding())
                .thenApply(response -> Integer.toString(response.statusCode()));
    }
}
