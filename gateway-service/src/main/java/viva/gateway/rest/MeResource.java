package viva.gateway.rest;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.gateway.account.AccountChange;
import viva.gateway.account.AccountView;
import viva.gateway.account.Accounts;
import viva.gateway.account.Erasure;
import viva.platform.service.identity.Caller;

/** An owner's own account. */
@Cancellable(false)
@Path("/api/me")
public class MeResource {
    private final Accounts accounts;
    private final Erasure erasure;
    private final Caller caller;

    MeResource(Accounts accounts, Erasure erasure, Caller caller) {
        this.accounts = accounts;
        this.erasure = erasure;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My account")
    public Uni<AccountView> get() {
        return accounts.get(caller.account());
    }

    @PATCH
    @Operation(summary = "Change my account; a new password or e-mail address needs current_password")
    public Uni<AccountView> change(@NotNull(message = "is required") AccountChange change) {
        return accounts.change(caller.account(), change);
    }

    /** Says that an owner means it. */
    record Farewell(String currentPassword) {
        /** Without the password, which has no place in a log. */
        @Override
        public String toString() {
            return "Farewell";
        }
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Erase my account: {current_password}; 204 when it is gone, 202 when it will be a little later",
            description =
                    "Everything that my avatars left behind, at whomever, is gone within a minute. What others said to them stays, said to"
                            + " somebody who is gone.")
    public Uni<Response> erase(Farewell farewell) {
        return erasure.erase(caller.account(), farewell == null ? null : farewell.currentPassword())
                .map(finished -> finished
                        ? Response.noContent().build()
                        : Response.accepted().build());
    }
}
