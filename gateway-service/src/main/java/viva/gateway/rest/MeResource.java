package viva.gateway.rest;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.gateway.account.AccountChange;
import viva.gateway.account.AccountView;
import viva.gateway.account.Accounts;
import viva.gateway.account.Erasure;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;
import viva.gateway.signin.SignOuts;
import viva.platform.service.identity.Caller;
import viva.platform.service.problem.Rejected;

/** An owner's own account. */
@Cancellable(false)
@Path("/api/me")
public class MeResource {
    private static final int ACCEPTED = 202;

    private final Accounts accounts;
    private final SignOuts signOuts;
    private final Erasure erasure;
    private final Limits limits;
    private final LimitConfig limit;
    private final Caller caller;
    private final CurrentSession session;

    MeResource(
            Accounts accounts,
            SignOuts signOuts,
            Erasure erasure,
            Limits limits,
            LimitConfig limit,
            Caller caller,
            CurrentSession session) {
        this.accounts = accounts;
        this.signOuts = signOuts;
        this.erasure = erasure;
        this.limits = limits;
        this.limit = limit;
        this.caller = caller;
        this.session = session;
    }

    /** The code that was sent to an e-mail address. */
    record EmailConfirmation(
            @NotNull(message = "is required") @Size(max = 20, message = "must have at most 20 characters")
            String code) {}

    @GET
    @Operation(summary = "My account")
    public Uni<AccountView> get() {
        return accounts.get(caller.account());
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Change my account; a new password or e-mail address needs current_password. A new password ends all other sessions; a new address counts when the code comes back that is sent there")
    public Uni<AccountView> change(@NotNull(message = "is required") AccountChange change) {
        return signOuts.change(caller.account(), change, session.id());
    }

    @POST
    @Path("/email-confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confirm my e-mail address by the code that was sent there")
    public Uni<AccountView> confirmEmail(@Valid @NotNull(message = "is required") EmailConfirmation confirmation) {
        return accounts.confirmEmail(caller.account(), confirmation.code());
    }

    @POST
    @Path("/email-code")
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Have another code sent to my e-mail address; the one before holds no more")
    public Uni<Void> sendCode() {
        return limits.take(limit.codes(), caller.account().toString())
                .chain(() -> accounts.requestCode(caller.account()));
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
            summary = "Erase my account: {current_password}; 204 when it is gone, 202 when it will be a little later",
            description =
                    "Everything that my avatars left behind, at whomever, is gone within a minute. What others said to them stays, said to"
                            + " somebody who is gone.")
    public Uni<Response> erase(Farewell farewell) {
        if (farewell == null || farewell.currentPassword() == null) {
            return Uni.createFrom().failure(Rejected.invalid("current_password", "is required to erase the account"));
        }
        return limits.take(limit.confirmations(), caller.account().toString())
                .chain(() -> erasure.erase(caller.account(), farewell.currentPassword()))
                .map(finished -> finished
                        ? Response.noContent().build()
                        : Response.accepted().build());
    }
}
