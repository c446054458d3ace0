package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Lives;
import viva.platform.service.identity.Caller;
import viva.platform.service.identity.Role;

/** The world's clock. */
@Cancellable(false)
@Path("/api/world")
public class WorldResource {
    private final Lives lives;
    private final Caller caller;

    WorldResource(Lives lives, Caller caller) {
        this.lives = lives;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What time it is in the world, and how fast it passes")
    public Uni<JsonNode> get() {
        return lives.world(Asker.of(caller));
    }

    @POST
    @Path("/pause")
    @RolesAllowed(Role.OPERATOR_LABEL)
    @Operation(summary = "Stop the world (operators)")
    public Uni<JsonNode> pause() {
        return lives.pause(Asker.of(caller));
    }

    @POST
    @Path("/resume")
    @RolesAllowed(Role.OPERATOR_LABEL)
    @Operation(summary = "Let the world go on (operators)")
    public Uni<JsonNode> resume() {
        return lives.resume(Asker.of(caller));
    }
}
