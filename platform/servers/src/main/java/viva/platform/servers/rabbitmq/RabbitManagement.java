package viva.platform.servers.rabbitmq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import viva.platform.servers.ServerFailure;

/** A client of RabbitMQ's management API, with as much as we need of it: virtual hosts, users and liveness. */
public final class RabbitManagement {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    // One connection pool for the life of the program; HTTP/1.1 because the server stumbles over the upgrade offer.
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int USUAL_PORT = 15_672;

    private final URI address;
    private final String user;
    private final String authorization;

    /** @param url {@code http://user:password@host:port}, or https */
    public RabbitManagement(URI url) {
        String[] login = url.getUserInfo().split(":", 2);
        this.address = URI.create("%s://%s:%d/api/".formatted(url.getScheme(), url.getHost(), url.getPort()));
        this.user = login[0];
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(url.getUserInfo().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The management API beside a broker, at its usual port.
     *
     * @param broker {@code amqp://user:password@host:port/vhost}
     * @return empty when the address has no user
     */
    public static Optional<RabbitManagement> beside(URI broker) {
        return Optional.ofNullable(broker.getRawUserInfo())
                .filter(login -> login.contains(":"))
                .map(login -> new RabbitManagement(
                        URI.create("http://%s@%s:%d".formatted(login, broker.getHost(), USUAL_PORT))));
    }

    /** Whether the node answers and our user may create users. */
    public boolean isAdministrator() {
        try {
            HttpResponse<String> who = ask("GET", "whoami", "");
            return who.statusCode() == 200
                    && MAPPER.readTree(who.body()).path("tags").toString().contains("administrator");
        } catch (IOException away) {
            return false;
        }
    }

    /** Creates or changes a user that may not use this API. */
    public void putUser(String name, String password) {
        try {
            String body = MAPPER.writeValueAsString(Map.of("password", password, "tags", ""));
            expectSuccess("PUT", "users/" + encode(name), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sets what a user may do in a virtual host.
     *
     * @param rights {@code {"configure": …, "write": …, "read": …}}, each a regular expression over names
     */
    public void putPermissions(String virtualHost, String name, String rights) {
        expectSuccess("PUT", "permissions/%s/%s".formatted(encode(virtualHost), encode(name)), rights);
    }

    /**
     * Sets which routing keys of a topic exchange a user may publish with and bind.
     *
     * @param rights {@code {"exchange": …, "write": …, "read": …}}, the latter regular expressions over routing keys
     */
    public void putTopicPermissions(String virtualHost, String name, String rights) {
        expectSuccess("PUT", "topic-permissions/%s/%s".formatted(encode(virtualHost), encode(name)), rights);
    }

    /** Whether the node answers and knows us. */
    public boolean answers() {
        try {
            return ask("GET", "whoami", "").statusCode() == 200;
        } catch (IOException starting) {
            return false;
        }
    }

    /** Creates the virtual host {@code name} with all rights for our user. */
    public void createVirtualHost(String name) {
        expectSuccess("PUT", "vhosts/" + encode(name), "{}");
        expectSuccess("PUT", "permissions/%s/%s".formatted(encode(name), encode(user)), """
                {"configure":".*","write":".*","read":".*"}""");
    }

    /** Deletes the virtual host {@code name} with all it holds. */
    public void deleteVirtualHost(String name) {
        expectSuccess("DELETE", "vhosts/" + encode(name), "");
    }

    private void expectSuccess(String method, String path, String body) {
        try {
            int status = ask(method, path, body).statusCode();
            if (status / 100 != 2) {
                throw new ServerFailure("RabbitMQ answered %d to %s %s".formatted(status, method, path));
            }
        } catch (IOException e) {
            throw new ServerFailure("RabbitMQ's management does not answer at " + address, e);
        }
    }

    private HttpResponse<String> ask(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(LIMIT)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
