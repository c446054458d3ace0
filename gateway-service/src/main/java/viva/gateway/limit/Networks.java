package viva.gateway.limit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** The network that a request comes from, as limits count it. */
@Singleton
public class Networks {
    private static final String FORWARDED = "X-Forwarded-For";

    private final TrustedProxies proxies;

    Networks(LimitConfig config) {
        this.proxies = new TrustedProxies(config.trustedProxies().orElse(List.of()));
    }

    public Network of(HttpServerRequest request) {
        if (request.remoteAddress() == null || request.remoteAddress().hostAddress() == null) {
            return Network.UNKNOWN;
        }
        return Network.of(proxies.client(
                request.remoteAddress().hostAddress(), request.headers().getAll(FORWARDED)));
    }
}
