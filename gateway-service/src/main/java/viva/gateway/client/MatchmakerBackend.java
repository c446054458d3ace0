package viva.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import viva.contracts.AvatarId;

/** The matchmaker service's REST, as far as the gateway offers it. */
@RegisterRestClient(configKey = "matchmaker")
@Path("/avatars/{id}")
public interface MatchmakerBackend {
    @GET
    @Path("matches")
    Uni<JsonNode> matches(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("limit") String limit);

    @POST
    @Path("{verdict}")
    Uni<JsonNode> judge(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @PathParam("verdict") String verdict,
            JsonNode other);

    @GET
    @Path("blocks")
    Uni<JsonNode> blocks(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit);

    /** Answers with no content. */
    @DELETE
    @Path("blocks/{other}")
    Uni<Void> unblock(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @PathParam("other") AvatarId other);
}
