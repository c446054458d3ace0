package viva.llm.nim;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request and its response: the deadlines, and exactly one end. All callbacks come on one Vert.x context. */
final class Exchange<T> {
    /** How it ended well: with an answer, or with the id to ask for it again. */
    sealed interface Ended<T> {
        record Answered<T>(T value) implements Ended<T> {}

        record Pending<T>(String requestId) implements Ended<T> {}
    }

    private final Vertx vertx;
    private final InstantSource clock;
    private final BodyReader<T> reader;
    private final UniEmitter<? super Ended<T>> emitter;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile HttpClientRequest request;
    private volatile boolean connected;
    private long firstTokenTimer = -1;
    private long totalTimer = -1;

    Exchange(Vertx vertx, InstantSource clock, BodyReader<T> reader, UniEmitter<? super Ended<T>> emitter) {
        this.vertx = vertx;
        this.clock = clock;
        this.reader = reader;
        this.emitter = emitter;
    }

    void run(HttpClient client, RequestOptions options, Buffer body, Deadlines deadlines) {
        emitter.onTermination(this::abandon);
        firstTokenTimer = timer(deadlines.untilFirstToken(clock.instant()), NimFault.Stage.FIRST_TOKEN);
        totalTimer = timer(deadlines.untilTotal(clock.instant()), NimFault.Stage.TOTAL);
        client.request(options)
                .onSuccess(made -> send(made, body))
                .onFailure(failure -> fail(new NimFault.Unreachable()));
    }

    private long timer(Duration delay, NimFault.Stage stage) {
        return vertx.setTimer(Math.max(1, delay.toMillis()), due -> {
            if (stage == NimFault.Stage.TOTAL || !reader.hasBegun()) {
                fail(connected ? new NimFault.TooSlow(stage) : new NimFault.Unreachable());
            }
        });
    }

    private void send(HttpClientRequest made, Buffer body) {
        request = made;
        connected = true;
        if (over.get()) {
            made.reset();
            return;
        }
        made.connection().exceptionHandler(failure -> {});
        made.exceptionHandler(failure -> fail(new NimFault.Broken()));
        made.response().onSuccess(this::receive).onFailure(failure -> fail(new NimFault.Broken()));
        if (body == null) {
            made.end();
        } else {
            made.end(body);
        }
    }

    private void receive(HttpClientResponse response) {
        Head head = Head.of(response, clock.instant());
        if (head.isPending()) {
            response.resume();
            complete(new Ended.Pending<>(head.requestId()));
            return;
        }
        response.exceptionHandler(failure -> fail(new NimFault.Broken()));
        response.handler(chunk -> guarded(() -> take(chunk.getBytes())));
        response.endHandler(ended -> guarded(() -> complete(new Ended.Answered<>(reader.end()))));
        guarded(() -> reader.begin(head));
    }

    private void take(byte[] chunk) {
        if (!over.get() && reader.take(chunk)) {
            complete(new Ended.Answered<>(reader.end()));
            discard();
        }
    }

    /** What the reader cannot take ends the exchange; a bug in it must not leave anybody waiting. */
    private void guarded(Runnable step) {
        if (over.get()) {
            return;
        }
        try {
            step.run();
        } catch (NimException refused) {
            fail(refused.fault());
        } catch (RuntimeException bug) {
            end(() -> emitter.fail(bug));
            discard();
        }
    }

    private void complete(Ended<T> ended) {
        end(() -> emitter.complete(ended));
    }

    private void fail(NimFault fault) {
        end(() -> emitter.fail(new NimException(fault)));
        discard();
    }

    private void end(Runnable telling) {
        if (over.compareAndSet(false, true)) {
            vertx.cancelTimer(firstTokenTimer);
            vertx.cancelTimer(totalTimer);
            telling.run();
        }
    }

    private void abandon() {
        if (over.compareAndSet(false, true)) {
            vertx.cancelTimer(firstTokenTimer);
            vertx.cancelTimer(totalTimer);
            discard();
        }
    }

    /** Ends the stream (HTTP/2) or the connection (HTTP/1.1) of which nothing more is wanted. */
    private void discard() {
        HttpClientRequest made = request;
        if (made != null) {
            boolean shared = made.version() == HttpVersion.HTTP_2;
            if (!made.reset() && !shared && made.connection() != null) {
                made.connection().close();
            }
        }
    }
}
