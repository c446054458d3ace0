package viva.gateway.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import viva.contracts.AvatarId;

/** What the gateway asks the avatar service. */
@RegisterRestClient(configKey = "avatar")
@Path("/")
interface AvatarPeer {
    @GET
    @Path("avatars/{id}")
    Uni<ObjectNode> avatar(@HeaderParam("Authorization") String bearer, @PathParam("id") AvatarId id);

    @GET
    @Path("profiles/{id}")
    Uni<ObjectNode> profile(@HeaderParam("Authorization") String bearer, @PathParam("id") AvatarId id);

    @GET
    @Path("avatars/{id}/memories")
    Uni<ObjectNode> memories(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("type") String type,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit);
}
