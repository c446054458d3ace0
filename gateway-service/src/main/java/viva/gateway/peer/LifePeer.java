package viva.gateway.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;

/** What the gateway asks the life service. */
@RegisterRestClient(configKey = "life")
@Path("/")
interface LifePeer {
    @GET
    @Path("avatars/{id}/state")
    Uni<ObjectNode> state(@HeaderParam("Authorization") String bearer, @PathParam("id") AvatarId id);

    @GET
    @Path("avatars/{id}/conversation")
    Uni<ObjectNode> conversation(@HeaderParam("Authorization") String bearer, @PathParam("id") AvatarId id);

    @GET
    @Path("conversations/{id}")
    Uni<ObjectNode> talk(@HeaderParam("Authorization") String bearer, @PathParam("id") ConversationId id);

    @GET
    @Path("world")
    Uni<ObjectNode> world(@HeaderParam("Authorization") String bearer);
}
