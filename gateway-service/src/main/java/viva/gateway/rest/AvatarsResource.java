package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Avatars;
import viva.gateway.backend.Models;
import viva.platform.service.identity.Caller;

/** An owner's avatars. */
@Cancellable(false)
@Path("/api")
public class AvatarsResource {
    private static final int CREATED = 201;

    private final Avatars avatars;
    private final Models models;
    private final Caller caller;

    AvatarsResource(Avatars avatars, Models models, Caller caller) {
        this.avatars = avatars;
        this.models = models;
        this.caller = caller;
    }

    @POST
    @Path("/avatars")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            summary =
                    "Create an avatar: {name, bio?, gender?, age?, locale?, personality?, client_id?}; without a personality it gets a random one",
            description =
                    "client_id is a UUID of the client: whoever is not sure that it worked repeats the same one and gets the same avatar")
    public Uni<JsonNode> create(@NotNull(message = "is required") ObjectNode avatar) {
        return avatars.create(Asker.of(caller), avatar).map(Artificial::told);
    }

    @GET
    @Path("/avatars")
    @Operation(summary = "My avatars")
    public Uni<JsonNode> mine(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return avatars.mine(Asker.of(caller), cursor, limit).map(Artificial::told);
    }

    @GET
    @Path("/avatars/{id}")
    @Operation(
            summary = "One of my avatars",
            description =
                    "model.used tells whether a language model may read what I write to it, model.provider which host gets the text")
    public Uni<JsonNode> get(AvatarId id) {
        return avatars.get(Asker.of(caller), id).map(Artificial::told).flatMap(models::tell);
    }

    @PATCH
    @Path("/avatars/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Change one of my avatars; {model_allowed: false} lets no language model speak for it or read what is said to it")
    public Uni<JsonNode> change(AvatarId id, @NotNull(message = "is required") ObjectNode change) {
        return avatars.change(Asker.of(caller), id, change).map(Artificial::told);
    }

    @DELETE
    @Path("/avatars/{id}")
    @Operation(summary = "Delete one of my avatars, with everything it left behind")
    public Uni<Void> delete(AvatarId id) {
        return avatars.delete(Asker.of(caller), id);
    }

    @POST
    @Path("/personalities/random")
    @Operation(summary = "A random personality, to look at before an avatar gets it")
    public Uni<JsonNode> randomPersonality() {
        return avatars.randomPersonality(Asker.of(caller));
    }
}
