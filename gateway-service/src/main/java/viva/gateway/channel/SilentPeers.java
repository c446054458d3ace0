package viva.gateway.channel;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which nothing came in for too long. The framework's own pings are never missed when they go unanswered,
 * so a client that vanished without a word would stay for ever.
 */
@Singleton
class SilentPeers implements HttpServerOptionsCustomizer {
    private final int silenceMillis;

    SilentPeers(SocketConfig config) {
        silenceMillis = Math.toIntExact(config.silence().toMillis());
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setReadIdleTimeout(silenceMillis);
    }
}
