package viva.load.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import viva.platform.servers.ServerFailure;

/** The public REST of a gateway. */
public final class PublicApi {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST_ATTEMPTS = 100;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Set<Integer> LATER = Set.of(TOO_MANY, UNAVAILABLE);
    private static final long LONGEST_PAUSE_SECONDS = 60;
    private static final int FIRST_REFUSAL = 400;

    private final URI gateway;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    public PublicApi(URI gateway) {
        this.gateway = gateway;
    }

    /**
     * What a request was answered with.
     *
     * @param took from sending the request that was answered so until the whole body was there
     */
    public record Answer(int status, JsonNode body, Duration took) {}

    /**
     * A question.
     *
     * @param token the access token, or null
     */
    public HttpRequest get(String path, String token) {
        return request(path, token).GET().build();
    }

    /**
     * A change.
     *
     * @param token the access token, or null
     */
    public HttpRequest post(String path, String token, Map<String, String> body) {
        try {
            return request(path, token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first answer, whatever it is. */
    public Answer once(HttpRequest request) {
        long begin = System.nanoTime();
        return read(send(request), begin);
    }

    /** The first answer that does not ask to come later; between two attempts it waits as long as the gateway says. */
    public Answer patiently(HttpRequest request) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = send(request);
            if (!LATER.contains(answer.statusCode())) {
                return read(answer, begin);
            }
            pause(Duration.ofSeconds(
                    Math.clamp(answer.headers().firstValueAsLong("Retry-After").orElse(1), 1, LONGEST_PAUSE_SECONDS)));
        }
        throw new ServerFailure("%s was put off %d times.".formatted(request.uri(), MOST_ATTEMPTS));
    }

    /** The body of the first answer that does not ask to come later, which must be no refusal. */
    public JsonNode expect(HttpRequest request) {
        return accepted(request, patiently(request));
    }

    static JsonNode accepted(HttpRequest request, Answer answer) {
        if (answer.status() >= FIRST_REFUSAL) {
            throw new ServerFailure("%s answered %d: %s".formatted(request.uri(), answer.status(), answer.body()));
        }
        return answer.body();
    }

    /** Waits for so long. */
    public static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(LIMIT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ServerFailure("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted", e);
        }
    }

    private Answer read(HttpResponse<String> answer, long begin) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        try {
            return new Answer(answer.statusCode(), json.readTree(answer.body()), took);
        } catch (IOException e) {
            throw new ServerFailure("No JSON from " + answer.uri(), e);
        }
    }
}
