package viva.platform.testkit;

import static viva.platform.testkit.Waiting.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The npm package {@code @dwmkerr/mock-llm} on loopback: a server that speaks OpenAI's protocol and was written by others. Its rules, which are
 * JSON as in its own documentation, can be replaced while it runs. It ends with this JVM, whatever ends that.
 */
public final class MockLlm implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final URI url;
    private final Recorder<String> lines = new Recorder<>();

    private MockLlm(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder with its {@code package.json}
     * @param port free, and claimed by the caller
     */
    public static MockLlm start(Path folder, int port) {
        NodePackages.install(folder);
        ProcessBuilder builder = new ProcessBuilder("node", "serve.mjs")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("HOST", "127.0.0.1");
        builder.environment().put("PORT", Integer.toString(port));
        try {
            MockLlm started = new MockLlm(builder.start(), URI.create("http://127.0.0.1:" + port));
            Thread.ofVirtual().start(started::readLines);
            await().failFast(started::requireAlive).ignoreExceptions().until(started::isReady);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return lines.snapshot(line -> line.equals(method + " " + path)).size();
    }

    private boolean isReady() {
        return send(HttpRequest.newBuilder(url.resolve("/ready")).build()).statusCode() == 200;
    }

    private void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("mock-llm did not start:\n" + String.join("\n", lines.snapshot()));
        }
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

    private void readLines() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines);
        } catch (IOException ended) {
            lines.accept(ended.toString());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
