package viva.gateway.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.gateway.limit.Networks;
import viva.gateway.signin.Credentials;
import viva.gateway.signin.SignIn;
import viva.gateway.signin.SignOuts;
import viva.gateway.signin.SignedIn;
import viva.gateway.signin.Tokens;
import viva.platform.service.identity.Caller;

/** Where owners sign in and out. */
@Cancellable(false)
@Path("/api/sessions")
public class SessionsResource {
    private final SignIn signIn;
    private final SignOuts signOuts;
    private final Networks networks;
    private final Caller caller;
    private final CurrentSession current;

    SessionsResource(SignIn signIn, SignOuts signOuts, Networks networks, Caller caller, CurrentSession current) {
        this.signIn = signIn;
        this.signOuts = signOuts;
        this.networks = networks;
        this.caller = caller;
        this.current = current;
    }

    /** What a client sends to get its next tokens. */
    record Refresh(@NotNull(message = "is required") String refreshToken) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in with a confirmed e-mail address or a user name")
    public Uni<SignedIn> signIn(
            @Valid @NotNull(message = "is required") Credentials credentials, @Context HttpServerRequest request) {
        return signIn.signIn(credentials, networks.of(request));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Trade a refresh token for the next pair of tokens; each works once")
    public Uni<Tokens> refresh(
            @Valid @NotNull(message = "is required") Refresh refresh, @Context HttpServerRequest request) {
        return signIn.refresh(refresh.refreshToken(), networks.of(request));
    }

    @DELETE
    @Operation(
            summary =
                    "Sign out: within seconds the tokens of this session hold nowhere, and its sockets are closed; everywhere=true ends all sessions of the account")
    public Uni<Void> signOut(@QueryParam("everywhere") boolean everywhere) {
        return everywhere ? signOuts.everywhere(caller.account()) : signOuts.one(current.id());
    }
}
