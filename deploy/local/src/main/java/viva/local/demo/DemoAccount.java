package viva.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import viva.local.home.WorldFolder;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.Secret;
import viva.platform.servers.ServerFailure;

/** The account that a local world is born with, and two avatars to talk to. Its password is generated for each world. */
public final class DemoAccount {
    private static final String USERNAME = "demo";
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int HTTP_OK = 200;
    private static final int HTTP_CREATED = 201;
    private static final int HTTP_CONFLICT = 409;
    private static final int HTTP_UNAVAILABLE = 503;
    private static final List<Map<String, String>> AVATARS = List.of(
            Map.of("name", "Luna", "bio", "Paints at night and laughs at her own jokes."),
            Map.of("name", "Theo", "bio", "Reads train timetables for fun and bakes bread on Sundays."));

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final URI gateway;
    private final WorldFolder folder;

    public DemoAccount(URI gateway, WorldFolder folder) {
        this.gateway = gateway;
        this.folder = folder;
    }

    /** Whether this world has it. */
    public boolean exists() {
        return Files.exists(folder.demoMark());
    }

    /** Makes the account and its avatars; services that have just started may need a moment for their first answers. */
    public void create() {
        Map<String, String> account = Map.of("email", "demo@viva.local", "username", USERNAME, "password", password());
        JsonNode known = postPatiently("/api/accounts", "", account, HTTP_CONFLICT);
        JsonNode tokens = known.has("access_token")
                ? known
                : postPatiently("/api/sessions", "", Map.of("login", USERNAME, "password", password()), HTTP_OK);
        for (Map<String, String> avatar : AVATARS) {
            postPatiently("/api/avatars", tokens.path("access_token").asText(), avatar, HTTP_CREATED);
        }
        PrivateFiles.write(folder.demoMark(), USERNAME + "\n");
    }

    private JsonNode postPatiently(String path, String token, Map<String, String> body, int alsoGood) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            HttpResponse<String> answer = post(path, token, body);
            if (answer.statusCode() == HTTP_CREATED || answer.statusCode() == alsoGood) {
                return read(answer);
            }
            if (answer.statusCode() != HTTP_UNAVAILABLE || Instant.now().isAfter(end)) {
                throw new ServerFailure("The demo account could not be made: POST %s answered %d: %s"
                        .formatted(path, answer.statusCode(), answer.body()));
            }
        }
    }

    /** The line to show to the person at the terminal. */
    public String login() {
        return "log in as %s with the password %s".formatted(USERNAME, password());
    }

    /** Upper and lower case and a digit in any case, as the gateway asks. */
    private String password() {
        return "Viva-7" + Secret.keptIn(folder.secret("demo-password")).value().substring(0, 8);
    }

    private HttpResponse<String> post(String path, String token, Map<String, String> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                    .timeout(LIMIT)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ServerFailure("The demo account could not be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted", e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new ServerFailure("The demo account could not be made: " + e.getMessage(), e);
        }
    }
}
