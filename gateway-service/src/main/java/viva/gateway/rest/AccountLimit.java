package viva.gateway.rest;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;

/** Limits how much one account changes and asks. Requests without an account have limits of their own. */
class AccountLimit {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern COSTLY = Pattern.compile(".*/(matches|history|digest|why|export)/?");

    private final CurrentIdentityAssociation identity;
    private final Limits limits;
    private final LimitConfig limit;

    AccountLimit(CurrentIdentityAssociation identity, Limits limits, LimitConfig limit) {
        this.identity = identity;
        this.limits = limits;
        this.limit = limit;
    }

    @ServerRequestFilter
    Uni<Response> check(ContainerRequestContext request) {
        if (request.getHeaderString("Authorization") == null) {
            return Uni.createFrom().nullItem();
        }
        boolean reading = READING.contains(request.getMethod());
        boolean costly = isCostly(request.getUriInfo());
        return identity.getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .chain(caller -> isKnown(caller)
                        ? count(caller.getPrincipal().getName(), reading, costly)
                        : Uni.createFrom().voidItem())
                .replaceWith((Response) null);
    }

    /** What reads a whole past or compares with everybody. */
    private static boolean isCostly(UriInfo asked) {
        return COSTLY.matcher(asked.getPath()).matches()
                || asked.getQueryParameters().containsKey("at");
    }

    private static boolean isKnown(SecurityIdentity caller) {
        return caller != null && caller.getPrincipal() instanceof JsonWebToken;
    }

    private Uni<Void> count(String account, boolean reading, boolean costly) {
        if (!reading) {
            return limits.take(limit.writes(), account);
        }
        limits.takeHere(costly ? limit.costlyReads() : limit.reads(), account);
        return Uni.createFrom().voidItem();
    }
}
