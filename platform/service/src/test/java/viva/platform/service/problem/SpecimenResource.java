package viva.platform.service.problem;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import viva.contracts.AvatarId;
import viva.contracts.Personality;
import viva.platform.service.identity.Caller;
import viva.platform.service.identity.Role;
import viva.platform.service.page.Cursor;
import viva.platform.service.page.Page;
import viva.platform.service.page.PageRequest;

/** Fails in every way that a resource can. */
@Path("/specimens")
public class SpecimenResource {
    private final Caller caller;

    SpecimenResource(Caller caller) {
        this.caller = caller;
    }

    record Specimen(
            @NotBlank @Size(max = 10, message = "must have at most 10 characters")
            String displayName,

            int age,
            Instant bornAt,
            Personality personality,
            List<@Valid Part> parts) {}

    record Part(@NotNull(message = "is required") String partName) {}

    record WhoAmI(String account, boolean operator) {}

    @POST
    @PermitAll
    public Uni<Response> create(@Valid @NotNull(message = "is required") Specimen body) {
        return Uni.createFrom().item(Response.status(201).entity(body).build());
    }

    @GET
    @PermitAll
    public Page<Integer> list(@BeanParam PageRequest page) {
        int from = page.after(1).map(after -> (int) after.number(0)).orElse(0);
        return Page.of(List.of(from + 1, from + 2, from + 3), Math.min(2, page.limit()), Cursor::of);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public Uni<String> get(AvatarId id) {
        return Uni.createFrom().failure(Rejected.notFound("avatar"));
    }

    @GET
    @Path("/busy")
    @PermitAll
    public String busy() {
        throw Rejected.of(ProblemType.TOO_MANY_REQUESTS, "Slow down").retryAfter(Duration.ofMillis(1_500));
    }

    @GET
    @Path("/broken")
    @PermitAll
    public Uni<String> broken() {
        return Uni.createFrom().failure(new IllegalStateException("select secret from vault"));
    }

    @GET
    @Path("/passing/{failure}")
    @PermitAll
    public Uni<String> passing(String failure) {
        return Uni.createFrom()
                .failure(
                        switch (failure) {
                            case "connections" ->
                                new CompletionException(new ConnectionPoolTooBusyException("24 wait already"));
                            case "workers" -> new RejectedExecutionException("the queue is full");
                            default -> new IllegalStateException(new ConnectException("Connection refused"));
                        });
    }

    @GET
    @Path("/me")
    public Uni<WhoAmI> me() {
        return Uni.createFrom().item(new WhoAmI(caller.account().toString(), caller.is(Role.OPERATOR)));
    }

    @GET
    @Path("/operators")
    @RolesAllowed(Role.OPERATOR_LABEL)
    public String operators() {
        return "[]";
    }
}
