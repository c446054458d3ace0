package viva.gateway.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Tells browsers that came by TLS never to come without it (RFC 6797). TLS may end before the gateway: a proxy says so in
 * X-Forwarded-Proto. Whoever forges that harms nobody, because browsers ignore the advice when it does not come by TLS.
 */
@Singleton
class SecureTransport {
    private static final int PRIORITY = 900;
    private static final String ONE_YEAR = "max-age=31536000";
    private static final String HTTPS = "https";

    void advise(@Observes Filters filters) {
        filters.register(SecureTransport::advise, PRIORITY);
    }

    private static void advise(RoutingContext exchange) {
        if (isSecure(exchange.request())) {
            exchange.response().putHeader("Strict-Transport-Security", ONE_YEAR);
        }
        exchange.next();
    }

    private static boolean isSecure(HttpServerRequest request) {
        return HTTPS.equals(request.scheme()) || HTTPS.equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
