package viva.gateway.phoenix;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sending side of one connection. What the client has not read yet is bounded: a client that is too slow is disconnected,
 * and cut off when it does not even read that. May be used from any thread.
 */
final class Wire {
    private final WebSocketConnection connection;
    private final Runnable cut;
    private final Vertx vertx;
    private final SocketConfig config;
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile Runnable onClosing = () -> {};
    private long expiry;

    /** @param cut drops the TCP connection at once, whatever still waits to be written */
    Wire(WebSocketConnection connection, Runnable cut, Vertx vertx, SocketConfig config) {
        this.connection = connection;
        this.cut = cut;
        this.vertx = vertx;
        this.config = config;
    }

    /** Closes the connection after {@code life}. Called once, before anything is sent. */
    void expireAfter(Duration life) {
        long millis = Math.max(1, life.toMillis());
        expiry = vertx.setTimer(millis, due -> close(PhoenixSocket.POLICY_VIOLATION, "the token has expired"));
    }

    /** {@code action} is run once when this side begins to close, on the thread that does. Called before anything is sent. */
    void onClosing(Runnable action) {
        onClosing = action;
    }

    /** Whether the connection is gone, or this side has begun to close it. */
    boolean isClosing() {
        return closing.get();
    }

    /** The connection is gone. */
    void closed() {
        closing.set(true);
        vertx.cancelTimer(expiry);
    }

    void send(String frame) {
        if (closing.get()) {
            return;
        }
        int size = frame.length();
        if (unsent.addAndGet(size) > Math.max(config.unsentCharacters(), size)) {
            close(PhoenixSocket.TRY_AGAIN_LATER, "reads too slowly");
            return;
        }
        connection
                .sendText(frame)
                .subscribe()
                .with(sent -> unsent.addAndGet(-size), failure -> close(PhoenixSocket.TRY_AGAIN_LATER, "cannot write"));
    }

    /** Says goodbye once; later calls change nothing. */
    void close(int code, String reason) {
        farewell(code, reason).subscribe().with(closed -> {}, failure -> cut.run());
    }

    /** As {@link #close}, and completes when the goodbye is written. */
    Uni<Void> farewell(int code, String reason) {
        if (!closing.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        onClosing.run();
        vertx.setTimer(config.closing().toMillis(), timer -> {
            if (connection.isOpen()) {
                cut.run();
            }
        });
        return connection.close(new CloseReason(code, reason));
    }
}
