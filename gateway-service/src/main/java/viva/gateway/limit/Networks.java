package viva.gateway.limit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** The network that a request comes from, as limits count it. Behind a proxy, quarkus.http.proxy.* says whom to believe. */
@Singleton
public class Networks {
    public Network of(HttpServerRequest request) {
        return Network.of(
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress());
    }
}
