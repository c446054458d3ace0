package viva.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import viva.local.home.WorldFolder;
import viva.local.startup.Rehearsal;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.Secret;
import viva.platform.servers.ServerFailure;

/** The accounts that a local world is born with, and a dozen avatars who soon know each other. Its password is generated for each world. */
public final class DemoAccount {
    private static final String USERNAME = "demo";
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int HTTP_OK = 200;
    private static final int HTTP_CREATED = 201;
    private static final int HTTP_CONFLICT = 409;
    private static final int HTTP_UNAVAILABLE = 503;
    private static final String HOUSEHOLDS = "avatars.json";

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

    /**
     * Makes the account, and two more whose avatars are the neighbours of its own; services that have just started may need a moment for their
     * first answers.
     */
    public void create() {
        for (JsonNode household : households()) {
            create(household.path("username").asText(), household.path("avatars"));
        }
        PrivateFiles.write(folder.demoMark(), USERNAME + "\n");
    }

    private void create(String username, JsonNode avatars) {
        Map<String, String> account =
                Map.of("email", username + "@viva.local", "username", username, "password", password());
        JsonNode known = postPatiently("/api/accounts", "", account, HTTP_CONFLICT);
        JsonNode tokens = known.has("access_token")
                ? known
                : postPatiently("/api/sessions", "", Map.of("login", username, "password", password()), HTTP_OK);
        for (int n = 0; n < avatars.size(); n++) {
            JsonNode wish = avatars.get(n).<ObjectNode>deepCopy().put("client_id", wishId(username, n));
            postPatiently("/api/avatars", tokens.path("access_token").asText(), wish, HTTP_CREATED);
        }
    }

    /** The same for the n-th avatar of an account whenever it is asked for, so that each is made once, whatever ends in between. */
    private static String wishId(String username, int n) {
        return UUID.nameUUIDFromBytes((username + " " + n).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private JsonNode households() {
        try (InputStream in = DemoAccount.class.getResourceAsStream(HOUSEHOLDS)) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(HOUSEHOLDS + " cannot be read", e);
        }
    }

    private JsonNode postPatiently(String path, String token, Object body, int alsoGood) {
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

    /** Does what its owner does in the first minute. */
    public void rehearse() {
        new Rehearsal(gateway).play(USERNAME, password());
    }

    /** The line to show to the person at the terminal. */
    public String login() {
        return "log in as %s with the password %s".formatted(USERNAME, password());
    }

    /** Upper and lower case and a digit in any case, as the gateway asks. */
    private String password() {
        return "Viva-7" + Secret.keptIn(folder.secret("demo-password")).value().substring(0, 8);
    }

    private HttpResponse<String> post(String path, String token, Object body) {
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
