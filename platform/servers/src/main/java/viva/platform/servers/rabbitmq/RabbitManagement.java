package viva.platform.servers.rabbitmq;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import viva.platform.servers.ServerFailure;

/** A client of RabbitMQ's management API, with as much as we need of it: virtual hosts and liveness. */
public final class RabbitManagement {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    // One connection pool for the life of the program; HTTP/1.1 because the server stumbles over the upgrade offer.
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private final URI address;
    private final String user;
    private final String authorization;

    /** @param url {@code http://user:password@host:port} */
    public RabbitManagement(URI url) {
        String[] login = url.getUserInfo().split(":", 2);
        this.address = URI.create("http://%s:%d/api/".formatted(url.getHost(), url.getPort()));
        this.user = login[0];
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(url.getUserInfo().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the node answers and knows us. */
    public boolean answers() {
        try {
            return send("GET", "whoami", "") == 200;
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
            int status = send(method, path, body);
            if (status / 100 != 2) {
                throw new ServerFailure("RabbitMQ answered %d to %s %s".formatted(status, method, path));
            }
        } catch (IOException e) {
            throw new ServerFailure("RabbitMQ's management does not answer at " + address, e);
        }
    }

    private int send(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(LIMIT)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
