package viva.load.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that speaks OpenAI's protocol, says always the same, takes as long as a hosted model does, and counts every request that
 * reaches it and every token that it charges.
 */
public final class CountingModel implements AutoCloseable {
    /** The name of the only model. */
    public static final String NAME = "stub";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARK = Pattern.compile("question number (\\d+)");
    private static final List<String> SAID = List.of("I like that question.", " Let me think.", " Yes, I would say.");
    private static final int COMPLETION_TOKENS = 17;
    private static final int CHARS_PER_TOKEN = 4;
    private static final int BACKLOG = 100;

    private final HttpServer server;
    private final SplittableRandom random;
    private final List<Arrival> arrivals = new ArrayList<>();
    private long promptTokens;
    private long completionTokens;
    private int broken;

    /**
     * One request.
     *
     * @param nanos when it came, of {@link System#nanoTime}
     * @param mark the number of the question that it holds
     */
    public record Arrival(long nanos, Optional<Integer> mark) {}

    /**
     * What was charged.
     *
     * @param broken answers that were broken off, which are in no sum
     */
    public record Charged(int requests, long promptTokens, long completionTokens, int broken) {}

    /** Starts on a free port of the loopback address. */
    public CountingModel(long seed) {
        random = new SplittableRandom(seed);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the model", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::chat);
        server.createContext("/v1/models", this::models);
        server.start();
    }

    /** What {@code NIM_BASE_URL} is to be. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** Every request so far, in the order of coming. */
    public synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    public synchronized Charged charged() {
        return new Charged(arrivals.size(), promptTokens, completionTokens, broken);
    }

    private void models(HttpExchange exchange) throws IOException {
        answer(exchange, "application/json", "{\"data\":[{\"id\":\"%s\"}]}".formatted(NAME));
    }

    private void chat(HttpExchange exchange) throws IOException {
        long came = System.nanoTime();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher mark = MARK.matcher(body);
        note(new Arrival(came, mark.find() ? Optional.of(Integer.valueOf(mark.group(1))) : Optional.empty()));
        int tokens = body.length() / CHARS_PER_TOKEN;
        JsonNode request = JSON.readTree(body);
        try {
            Pauses.millis(between(150, 1_200));
            if (request.path("stream").asBoolean()) {
                stream(exchange, tokens);
            } else {
                Pauses.millis(between(200, 900));
                answer(exchange, "application/json", whole(tokens));
            }
            charge(tokens);
        } catch (IOException gone) {
            breakOff();
        }
    }

    private void stream(HttpExchange exchange, int tokens) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (String sentence : SAID) {
                event(out, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}".formatted(sentence));
                Pauses.millis(between(80, 300));
            }
            event(out, "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
            event(out, "{\"choices\":[],\"usage\":%s}".formatted(usage(tokens)));
            event(out, "[DONE]");
        }
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String whole(int tokens) {
        return """
                {"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"%s"}}],"usage":%s}""".formatted(String.join("", SAID), usage(tokens));
    }

    private static String usage(int tokens) {
        return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
                .formatted(tokens, COMPLETION_TOKENS, tokens + COMPLETION_TOKENS);
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private synchronized void note(Arrival arrival) {
        arrivals.add(arrival);
    }

    private synchronized int between(int least, int most) {
        return random.nextInt(least, most);
    }

    private synchronized void charge(int tokens) {
        promptTokens += tokens;
        completionTokens += COMPLETION_TOKENS;
    }

    private synchronized void breakOff() {
        broken++;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
