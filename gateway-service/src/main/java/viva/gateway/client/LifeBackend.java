package viva.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;

/** The life service's REST, as far as the gateway offers it. */
@RegisterRestClient(configKey = "life")
@Path("/")
public interface LifeBackend {
    @GET
    @Path("avatars/{id}/state")
    Uni<JsonNode> state(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") AvatarId id);

    @GET
    @Path("avatars/{id}/state")
    Uni<JsonNode> stateAt(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("at") String at);

    @GET
    @Path("avatars/{id}/history")
    Uni<JsonNode> history(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("step") String step);

    /** The reasons of one thing: exactly one of the three is not null. */
    @GET
    @Path("avatars/{id}/why")
    Uni<JsonNode> why(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("message") MessageId message,
            @QueryParam("tick") Long tick,
            @QueryParam("conversation") ConversationId conversation);

    @GET
    @Path("avatars/{id}/conversations")
    Uni<JsonNode> conversations(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") AvatarId id,
            @QueryParam("type") String type,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit);

    @GET
    @Path("conversations/{id}")
    Uni<JsonNode> conversation(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") ConversationId id);

    @GET
    @Path("conversations/{id}/messages")
    Uni<JsonNode> messages(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") ConversationId id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit);

    @GET
    @Path("world")
    Uni<JsonNode> world(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @POST
    @Path("world/pause")
    Uni<JsonNode> pause(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @POST
    @Path("world/resume")
    Uni<JsonNode> resume(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);
}
