package viva.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/**
 * The npm package {@code @dwmkerr/mock-llm} on loopback: a server that speaks OpenAI's protocol and was written by others. Its rules, which are
 * JSON as in its own documentation, can be replaced while it runs. It ends with this JVM, whatever ends that.
 */
public final class MockLlm implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final NodeProgram program;
    private final URI url;

    private MockLlm(NodeProgram program, URI url) {
        this.program = program;
        this.url = url;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder with its {@code package.json}
     * @param port free, and claimed by the caller
     */
    public static MockLlm start(Path folder, int port) {
        Map<String, String> place = Map.of("HOST", "127.0.0.1", "PORT", Integer.toString(port));
        MockLlm started = new MockLlm(NodeProgram.start(folder, place), URI.create("http://127.0.0.1:" + port));
        started.program.awaitReady(started::isReady);
        return started;
    }

    /** The base URL for an OpenAI client. */
    public URI baseUrl() {
        return url.resolve("/v1");
    }

    /** Replaces all rules; the last one that matches answers. */
    public void rules(String json) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(url.resolve("/config"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("the rules are refused: " + response.body());
        }
    }

    /** How often this path was asked for. */
    public long requests(String method, String path) {
        return program.lines()
                .snapshot(line -> line.equals(method + " " + path))
                .size();
    }

    private boolean isReady() {
        return send(HttpRequest.newBuilder(url.resolve("/ready")).build()).statusCode() == 200;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
