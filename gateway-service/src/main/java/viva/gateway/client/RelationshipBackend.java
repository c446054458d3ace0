package viva.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import viva.contracts.AvatarId;

/** The relationship service's REST, as far as the gateway offers it. */
@RegisterRestClient(configKey = "relationship")
@Path("/avatars/{id}")
public interface RelationshipBackend {
    @GET
    @Path("bonds")
    Uni<JsonNode> bonds(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit);

    @GET
    @Path("bonds/{other}")
    Uni<JsonNode> bond(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @PathParam("other") AvatarId other);

    @GET
    @Path("stats")
    Uni<JsonNode> stats(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") AvatarId id);
}
