package viva.gateway.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import viva.contracts.AvatarId;

/** What the gateway asks the matchmaker service. */
@RegisterRestClient(configKey = "matchmaker")
@Path("/avatars/{id}")
interface MatchmakerPeer {
    @GET
    @Path("matches")
    Uni<ObjectNode> matches(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("limit") Integer limit);

    @POST
    @Path("likes")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<ObjectNode> like(@HeaderParam("Authorization") String bearer, @PathParam("id") AvatarId id, Other other);

    @POST
    @Path("passes")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<ObjectNode> pass(@HeaderParam("Authorization") String bearer, @PathParam("id") AvatarId id, Other other);

    /** The avatar that is liked or passed. */
    record Other(AvatarId avatarId) {}
}
