package viva.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import viva.contracts.AvatarId;

/** The avatar service's REST, as far as the gateway offers it. */
@RegisterRestClient(configKey = "avatar")
@Path("/")
public interface AvatarBackend {
    @POST
    @Path("avatars")
    Uni<JsonNode> create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, JsonNode avatar);

    @GET
    @Path("avatars")
    Uni<JsonNode> mine(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit);

    @GET
    @Path("avatars/{id}")
    Uni<JsonNode> get(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") AvatarId id);

    @PATCH
    @Path("avatars/{id}")
    Uni<JsonNode> change(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") AvatarId id, JsonNode change);

    @DELETE
    @Path("avatars/{id}")
    Uni<Void> delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") AvatarId id);

    @DELETE
    @Path("avatars")
    Uni<Void> deleteAll(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @GET
    @Path("avatars/{id}/memories")
    Uni<JsonNode> memories(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("type") String type,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit);

    @GET
    @Path("profiles/{id}")
    Uni<JsonNode> profile(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") AvatarId id);

    @POST
    @Path("personalities/random")
    Uni<JsonNode> randomPersonality(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);
}
