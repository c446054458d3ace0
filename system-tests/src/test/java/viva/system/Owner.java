package viva.system;

import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with an account, who uses the public API. */
final class Owner {
    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final URI url;
    private final String accessToken;

    private Owner(URI url, String accessToken) {
        this.url = url;
        this.accessToken = accessToken;
    }

    static Owner signUp(World world) {
        String name = "owner%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        Map<String, String> account =
                Map.of("email", name + "@example.org", "username", name, "password", "Secret-pass-1");
        Answer answer = send(
                world.url(), "POST", "/api/accounts", JSON.valueToTree(account).toString(), null);
        return new Owner(world.url(), answer.expect(201).path("access_token").asText());
    }

    /** A socket token, as {@code new Socket("/socket", {params: {token}})} wants it. */
    String socketToken() {
        return patiently(() -> post("/api/socket-token", "{}"))
                .expect(200)
                .path("token")
                .asText();
    }

    /** A new avatar's id. */
    String newAvatar(String name) {
        Map<String, String> wish =
                Map.of("name", name, "client_id", UUID.randomUUID().toString());
        return patiently(() -> post("/api/avatars", JSON.valueToTree(wish).toString()))
                .expect(201)
                .path("id")
                .asText();
    }

    Answer get(String path) {
        return patiently(() -> send(url, "GET", path, null, accessToken));
    }

    /** The first answer, whatever it is. */
    Answer getOnce(String path) {
        return send(url, "GET", path, null, accessToken);
    }

    /** The answer of a request that may be repeated. As every client does, it comes back when a busy service has not answered in time. */
    private static Answer patiently(Callable<Answer> request) {
        return await().until(request, answer -> answer.status() != UNAVAILABLE);
    }

    Answer post(String path, String body) {
        return send(url, "POST", path, body, accessToken);
    }

    Answer patch(String path, String body) {
        return send(url, "PATCH", path, body, accessToken);
    }

    static Answer send(URI url, String method, String path, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .header("content-type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the API answered. */
    record Answer(int status, String contentType, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but got " + status + ": " + body);
            }
            return json();
        }
    }
}
