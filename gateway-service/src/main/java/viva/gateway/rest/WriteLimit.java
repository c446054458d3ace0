package viva.gateway.rest;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;

/** Limits how many changes one account makes. Requests without an account have limits of their own. */
class WriteLimit {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentIdentityAssociation identity;
    private final Limits limits;
    private final LimitConfig limit;

    WriteLimit(CurrentIdentityAssociation identity, Limits limits, LimitConfig limit) {
        this.identity = identity;
        this.limits = limits;
        this.limit = limit;
    }

    @ServerRequestFilter
    Uni<Response> check(ContainerRequestContext request) {
        boolean named = request.getHeaderString("Authorization") != null;
        if (READING.contains(request.getMethod()) || !named) {
            return Uni.createFrom().nullItem();
        }
        return identity.getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .chain(this::count)
                .replaceWith((Response) null);
    }

    private Uni<Void> count(SecurityIdentity caller) {
        boolean known = caller != null && caller.getPrincipal() instanceof JsonWebToken;
        return known
                ? limits.take(limit.writes(), caller.getPrincipal().getName())
                : Uni.createFrom().voidItem();
    }
}
