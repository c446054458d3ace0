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

/** What the gateway asks the relationship service. */
@RegisterRestClient(configKey = "relationship")
@Path("/avatars/{id}")
interface RelationshipPeer {
    @GET
    @Path("bonds")
    Uni<ObjectNode> bonds(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit);
}
