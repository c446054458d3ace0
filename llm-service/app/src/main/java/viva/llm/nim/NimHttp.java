package viva.llm.nim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends requests to the model's server. On the HTTP client that is also below Quarkus' REST client: a stream's status, headers and single
 * chunks are needed here, and a bound on every body (ADR 18).
 */
final class NimHttp {
    /** Some servers refuse well-known clients; this one says who it is. */
    private static final String USER_AGENT = "viva-llm/1";

    private static final Duration POLL = Duration.ofMillis(500);
    private static final String POLL_SECONDS = "5";

    private final Vertx vertx;
    private final HttpClient client;
    private final NimAddress.At address;
    private final Optional<ApiKey> key;
    private final InstantSource clock;

    NimHttp(
            Vertx vertx,
            NimAddress.At address,
            Optional<ApiKey> key,
            Duration connect,
            int connections,
            InstantSource clock) {
        this.vertx = vertx;
        this.address = address;
        this.key = key;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) connect.toMillis())
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(connections)
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(true)
                .setVerifyHost(true));
    }

    /**
     * Posts a document.
     *
     * @param reader makes a reader for each response; when the server is still busy, the answer comes with a later one
     * @return fails with a {@link NimException}
     */
    <T> Uni<T> post(String resource, ObjectNode body, Deadlines deadlines, Supplier<BodyReader<T>> reader) {
        return exchange(HttpMethod.POST, resource, Buffer.buffer(body.toString()), deadlines, reader.get())
                .flatMap(ended -> answered(ended, deadlines, reader));
    }

    <T> Uni<T> get(String resource, Deadlines deadlines, Supplier<BodyReader<T>> reader) {
        return exchange(HttpMethod.GET, resource, null, deadlines, reader.get())
                .flatMap(ended -> answered(ended, deadlines, reader));
    }

    private <T> Uni<T> answered(Exchange.Ended<T> ended, Deadlines deadlines, Supplier<BodyReader<T>> reader) {
        return switch (ended) {
            case Exchange.Ended.Answered<T> answered -> Uni.createFrom().item(answered.value());
            case Exchange.Ended.Pending<T> pending -> poll(pending.requestId(), deadlines, reader);
        };
    }

    /** Asks again for an answer that takes longer; the server counts it as the same request. */
    private <T> Uni<T> poll(String requestId, Deadlines deadlines, Supplier<BodyReader<T>> reader) {
        if (!requestId.matches("[A-Za-z0-9-]{1,64}")) {
            return Uni.createFrom().failure(new NimException(new NimFault.Garbled("the id of the request is none")));
        }
        if (deadlines.untilFirstToken(clock.instant()).compareTo(POLL) <= 0) {
            return Uni.createFrom().failure(new NimException(new NimFault.TooSlow(NimFault.Stage.FIRST_TOKEN)));
        }
        return after(POLL).flatMap(waited -> get("status/" + requestId, deadlines, reader));
    }

    /** Completes after a while, on the same context. */
    Uni<Void> after(Duration delay) {
        return Uni.createFrom()
                .emitter(emitter -> vertx.setTimer(Math.max(1, delay.toMillis()), due -> emitter.complete(null)));
    }

    private <T> Uni<Exchange.Ended<T>> exchange(
            HttpMethod method, String resource, Buffer body, Deadlines deadlines, BodyReader<T> reader) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setSsl(address.tls())
                .setHost(address.host())
                .setPort(address.port())
                .setURI(address.of(resource))
                .putHeader("User-Agent", USER_AGENT)
                .putHeader("Accept", "application/json, text/event-stream")
                .putHeader("NVCF-POLL-SECONDS", POLL_SECONDS);
        key.ifPresent(known -> options.putHeader("Authorization", known.authorization()));
        if (body != null) {
            options.putHeader("Content-Type", "application/json");
        }
        return Uni.createFrom()
                .emitter(
                        emitter -> new Exchange<>(vertx, clock, reader, emitter).run(client, options, body, deadlines));
    }

    void close() {
        client.close();
    }
}
