package viva.gateway.backend;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;

/** The life service's REST, as far as the gateway asks it. */
@RegisterRestClient
@Path("/")
interface LifeRest {
    @GET
    @Path("avatars/{id}/state")
    Uni<JsonNode> state(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id, @RestQuery String at);

    @GET
    @Path("avatars/{id}/mind")
    Uni<JsonNode> mind(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id);

    @GET
    @Path("avatars/{id}/history")
    Uni<JsonNode> history(
            @RestHeader(AUTHORIZATION) Asker asker,
            @RestPath AvatarId id,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String step);

    @GET
    @Path("avatars/{id}/why")
    Uni<JsonNode> why(
            @RestHeader(AUTHORIZATION) Asker asker,
            @RestPath AvatarId id,
            @RestQuery MessageId message,
            @RestQuery Long tick,
            @RestQuery ConversationId conversation);

    @GET
    @Path("avatars/{id}/conversation")
    Uni<JsonNode> withOwner(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id);

    @GET
    @Path("avatars/{id}/conversations")
    Uni<JsonNode> conversations(
            @RestHeader(AUTHORIZATION) Asker asker,
            @RestPath AvatarId id,
            @RestQuery String type,
            @RestQuery String status,
            @RestQuery String cursor,
            @RestQuery String limit);

    @GET
    @Path("conversations/{id}")
    Uni<JsonNode> conversation(@RestHeader(AUTHORIZATION) Asker asker, @RestPath ConversationId id);

    @GET
    @Path("conversations/{id}/messages")
    Uni<JsonNode> messages(
            @RestHeader(AUTHORIZATION) Asker asker,
            @RestPath ConversationId id,
            @RestQuery String cursor,
            @RestQuery String limit);

    @GET
    @Path("world")
    Uni<JsonNode> world(@RestHeader(AUTHORIZATION) Asker asker);

    @POST
    @Path("world/pause")
    Uni<JsonNode> pause(@RestHeader(AUTHORIZATION) Asker asker);

    @POST
    @Path("world/resume")
    Uni<JsonNode> resume(@RestHeader(AUTHORIZATION) Asker asker);
}
