package viva.gateway.rest;

import io.vertx.core.http.HttpServerRequest;

/** Where a request comes from, as limits count it. Behind a proxy, quarkus.http.proxy.* says whom to believe. */
final class ClientAddress {
    private ClientAddress() {}

    static String of(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
    }
}
