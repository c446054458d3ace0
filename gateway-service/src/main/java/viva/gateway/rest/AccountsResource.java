package viva.gateway.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.gateway.account.NewAccount;
import viva.gateway.limit.Networks;
import viva.gateway.signin.SignIn;
import viva.gateway.signin.SignedIn;

/** Where accounts are opened. */
@Cancellable(false)
@Path("/api/accounts")
@PermitAll
public class AccountsResource {
    private static final int CREATED = 201;

    private final SignIn signIn;
    private final Networks networks;

    AccountsResource(SignIn signIn, Networks networks) {
        this.signIn = signIn;
        this.networks = networks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            summary = "Open an account and sign in; a code is sent to the e-mail address, whether or not it is known",
            description =
                    "client_id is a UUID of the client: whoever is not sure that it worked repeats the same one with the same user name and password,"
                            + " and is signed in to the account that was opened")
    public Uni<SignedIn> open(
            @NotNull(message = "is required") NewAccount account, @Context HttpServerRequest request) {
        return signIn.signUp(account, networks.of(request));
    }
}
