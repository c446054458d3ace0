package viva.gateway.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import viva.contracts.AvatarId;

/** What the gateway asks the avatar service. */
@RegisterRestClient(configKey = "avatar")
@Path("/avatars")
interface AvatarPeer {
    @GET
    @Path("/{id}")
    Uni<ObjectNode> avatar(@HeaderParam("Authorization") String bearer, @PathParam("id") AvatarId id);
}
