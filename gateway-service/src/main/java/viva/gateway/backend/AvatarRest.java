package viva.gateway.backend;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import viva.contracts.AvatarId;

/** The avatar service's REST, as far as the gateway asks it. */
@RegisterRestClient
@Path("/")
interface AvatarRest {
    @POST
    @Path("avatars")
    Uni<JsonNode> create(@RestHeader(AUTHORIZATION) Asker asker, JsonNode avatar);

    @GET
    @Path("avatars")
    Uni<JsonNode> mine(@RestHeader(AUTHORIZATION) Asker asker, @RestQuery String cursor, @RestQuery String limit);

    @GET
    @Path("avatars/{id}")
    Uni<JsonNode> get(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id);

    @PATCH
    @Path("avatars/{id}")
    Uni<JsonNode> change(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id, JsonNode change);

    @DELETE
    @Path("avatars/{id}")
    Uni<Void> delete(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id);

    @DELETE
    @Path("avatars")
    Uni<Void> deleteAll(@RestHeader(AUTHORIZATION) Asker asker);

    @GET
    @Path("avatars/{id}/memories")
    Uni<JsonNode> memories(
            @RestHeader(AUTHORIZATION) Asker asker,
            @RestPath AvatarId id,
            @RestQuery String type,
            @RestQuery String cursor,
            @RestQuery String limit);

    @POST
    @Path("avatars/import")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Uni<JsonNode> importFile(
            @RestHeader(AUTHORIZATION) Asker asker,
            @RestQuery("client_id") String clientId,
            @RestQuery("world_time") String worldTime,
            byte[] file);

    @POST
    @Path("avatars/{id}/export")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    Uni<byte[]> export(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id, JsonNode parts);

    @GET
    @Path("avatars/{id}/card")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    Uni<byte[]> card(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id);

    @POST
    @Path("avatars/{id}/memories")
    Uni<JsonNode> remember(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id, JsonNode memory);

    @GET
    @Path("avatars/{id}/memories/search")
    Uni<JsonNode> searchMemories(
            @RestHeader(AUTHORIZATION) Asker asker,
            @RestPath AvatarId id,
            @RestQuery String q,
            @RestQuery String limit,
            @RestQuery String type,
            @RestQuery String with,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery("as_of") String asOf);

    @PATCH
    @Path("avatars/{id}/memories/{memory}")
    Uni<JsonNode> changeMemory(
            @RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id, @RestPath UUID memory, JsonNode change);

    @DELETE
    @Path("avatars/{id}/memories/{memory}")
    Uni<JsonNode> deleteMemory(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id, @RestPath UUID memory);

    @GET
    @Path("profiles/{id}")
    Uni<JsonNode> profile(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id);

    @POST
    @Path("personalities/random")
    Uni<JsonNode> randomPersonality(@RestHeader(AUTHORIZATION) Asker asker);
}
