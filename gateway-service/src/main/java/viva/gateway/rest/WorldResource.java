package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.gateway.client.Asker;
import viva.gateway.client.Backends;
import viva.gateway.client.LifeBackend;
import viva.platform.service.identity.Caller;
import viva.platform.service.identity.Role;

/** The world's clock. */
@Cancellable(false)
@Path("/api/world")
public class WorldResource {
    private final LifeBackend life;
    private final Backends backends;
    private final Caller caller;

    WorldResource(@RestClient LifeBackend life, Backends backends, Caller caller) {
        this.life = life;
        this.backends = backends;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What time it is in the world, and how fast it passes")
    public Uni<JsonNode> get() {
        return ask(LifeBackend::world);
    }

    @POST
    @Path("/pause")
    @RolesAllowed(Role.OPERATOR_LABEL)
    @Operation(summary = "Stop the world (operators)")
    public Uni<JsonNode> pause() {
        return ask(LifeBackend::pause);
    }

    @POST
    @Path("/resume")
    @RolesAllowed(Role.OPERATOR_LABEL)
    @Operation(summary = "Let the world go on (operators)")
    public Uni<JsonNode> resume() {
        return ask(LifeBackend::resume);
    }

    private Uni<JsonNode> ask(BiFunction<LifeBackend, String, Uni<JsonNode>> question) {
        return backends.ask("life", Asker.of(caller), bearer -> question.apply(life, bearer));
    }
}
