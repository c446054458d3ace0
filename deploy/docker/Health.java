import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the service in this container whether it has started and is ready: exit code 0 when so. For Docker, whose images here have no shell. */
final class Health {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Health() {}

    public static void main(String[] arguments) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + System.getenv("MANAGEMENT_PORT") + "/q/health");
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(LIMIT).build();
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            System.exit(status == 200 ? 0 : 1);
        }
    }
}
