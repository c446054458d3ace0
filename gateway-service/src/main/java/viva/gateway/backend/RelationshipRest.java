package viva.gateway.backend;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import viva.contracts.AvatarId;

/** The relationship service's REST, as far as the gateway asks it. */
@RegisterRestClient
@Path("/avatars/{id}")
interface RelationshipRest {
    @GET
    @Path("bonds")
    Uni<JsonNode> bonds(
            @RestHeader(AUTHORIZATION) Asker asker,
            @RestPath AvatarId id,
            @RestQuery String status,
            @RestQuery String cursor,
            @RestQuery String limit);

    @GET
    @Path("bonds/{other}")
    Uni<JsonNode> bond(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id, @RestPath AvatarId other);

    @GET
    @Path("stats")
    Uni<JsonNode> stats(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id);
}
