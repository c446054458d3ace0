package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Bonds;
import viva.gateway.backend.Matches;
import viva.platform.service.identity.Caller;

/** Whom an avatar knows, and whom it might like to. */
@Cancellable(false)
@Path("/api")
public class BondsResource {
    private final Bonds bonds;
    private final Matches matches;
    private final Caller caller;

    BondsResource(Bonds bonds, Matches matches, Caller caller) {
        this.bonds = bonds;
        this.matches = matches;
        this.caller = caller;
    }

    @GET
    @Path("/avatars/{id}/relationships")
    @Operation(summary = "The bonds of one of my avatars, of one status or all")
    public Uni<JsonNode> bonds(
            AvatarId id,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        return bonds.of(Asker.of(caller), id, status, cursor, limit);
    }

    @GET
    @Path("/avatars/{id}/relationships/{other}")
    @Operation(summary = "The bond of one of my avatars with another avatar")
    public Uni<JsonNode> bond(AvatarId id, AvatarId other) {
        return bonds.between(Asker.of(caller), id, other);
    }

    @GET
    @Path("/avatars/{id}/relationship-stats")
    @Operation(summary = "How many bonds of which status one of my avatars has")
    public Uni<JsonNode> stats(AvatarId id) {
        return bonds.stats(Asker.of(caller), id);
    }

    @GET
    @Path("/avatars/{id}/matches")
    @Operation(summary = "Whom one of my avatars would get on with best, and why")
    public Uni<JsonNode> matches(AvatarId id, @QueryParam("limit") String limit) {
        return matches.of(Asker.of(caller), id, limit);
    }

    @POST
    @Path("/avatars/{id}/{verdict: likes|passes|blocks}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Like, pass or block another avatar: {avatar_id}")
    public Uni<JsonNode> judge(AvatarId id, String verdict, @NotNull(message = "is required") ObjectNode other) {
        return matches.judge(Asker.of(caller), id, verdict, other);
    }

    @GET
    @Path("/avatars/{id}/blocks")
    @Operation(summary = "Whom I blocked for one of my avatars, the latest first")
    public Uni<JsonNode> blocks(AvatarId id, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return matches.blocks(Asker.of(caller), id, cursor, limit);
    }

    @DELETE
    @Path("/avatars/{id}/blocks/{other}")
    @Operation(summary = "Take a block back; nothing of what was between the two comes back by itself")
    public Uni<Void> unblock(AvatarId id, AvatarId other) {
        return matches.unblock(Asker.of(caller), id, other);
    }
}
