package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.gateway.client.Asker;
import viva.gateway.client.Backends;
import viva.gateway.client.LifeBackend;
import viva.gateway.client.Lives;
import viva.platform.service.identity.Caller;
import viva.platform.service.identity.Role;

/** The world's clock. */
@Cancellable(false)
@Path("/api/world")
public class WorldResource {
    private final Lives lives;
    private final Backends backends;
    private final Caller caller;

    WorldResource(Lives lives, Backends backends, Caller caller) {
        this.lives = lives;
        this.backends = backends;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What time it is in the world, and how fast it passes")
    public Uni<JsonNode> get() {
        return backends.ask("life", Asker.of(caller), bearer -> lives.read(life -> life.world(bearer)));
    }

    @POST
    @Path("/pause")
    @RolesAllowed(Role.OPERATOR_LABEL)
    @Operation(summary = "Stop the world (operators)")
    public Uni<JsonNode> pause() {
        return change(LifeBackend::pause);
    }

    @POST
    @Path("/resume")
    @RolesAllowed(Role.OPERATOR_LABEL)
    @Operation(summary = "Let the world go on (operators)")
    public Uni<JsonNode> resume() {
        return change(LifeBackend::resume);
    }

    private Uni<JsonNode> change(BiFunction<LifeBackend, String, Uni<JsonNode>> wish) {
        return backends.ask("life", Asker.of(caller), bearer -> lives.change(life -> wish.apply(life, bearer)));
    }
}
