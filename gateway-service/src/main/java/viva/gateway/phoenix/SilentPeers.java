package viva.gateway.phoenix;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which nothing happens for too long. Before a socket is open on it, a connection is closed when nothing was
 * written to it for a while: bytes that drip in never end in an answer, so they do not keep it. On a socket it is what comes in that
 * counts: the framework's own pings are never missed when they go unanswered, so a client that vanished without a word would stay for
 * ever.
 */
@Singleton
class SilentPeers implements HttpServerOptionsCustomizer {
    /** What Vert.x calls its handler of both. */
    private static final String IDLE_HANDLER = "idle";

    private final int silenceMillis;
    private final int unansweredMillis;

    SilentPeers(SocketConfig sockets, ConnectionConfig connections) {
        silenceMillis = Math.toIntExact(sockets.silence().toMillis());
        unansweredMillis = Math.toIntExact(connections.unanswered().toMillis());
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        // Until its first head is whole, a connection that may still become HTTP/2 has no handler that minds the time.
        options.setHttp2ClearTextEnabled(false)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout(silenceMillis)
                .setWriteIdleTimeout(unansweredMillis);
    }

    /** A socket is open on the connection: a client that listens needs no answer. Called on the connection's event loop. */
    void expectSocket(Channel connection) {
        ChannelPipeline handlers = connection.pipeline();
        if (handlers.get(IDLE_HANDLER) != null) {
            handlers.replace(
                    IDLE_HANDLER, IDLE_HANDLER, new IdleStateHandler(silenceMillis, 0, 0, TimeUnit.MILLISECONDS));
        }
    }
}
