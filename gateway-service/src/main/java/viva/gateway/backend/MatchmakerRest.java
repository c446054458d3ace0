package viva.gateway.backend;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import viva.contracts.AvatarId;

/** The matchmaker service's REST, as far as the gateway asks it. */
@RegisterRestClient
@Path("/avatars/{id}")
interface MatchmakerRest {
    @GET
    @Path("matches")
    Uni<JsonNode> matches(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id, @RestQuery String limit);

    @POST
    @Path("{verdict}")
    Uni<JsonNode> judge(
            @RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id, @RestPath String verdict, JsonNode other);

    @GET
    @Path("blocks")
    Uni<JsonNode> blocks(
            @RestHeader(AUTHORIZATION) Asker asker,
            @RestPath AvatarId id,
            @RestQuery String cursor,
            @RestQuery String limit);

    /** Answers with no content. */
    @DELETE
    @Path("blocks/{other}")
    Uni<Void> unblock(@RestHeader(AUTHORIZATION) Asker asker, @RestPath AvatarId id, @RestPath AvatarId other);
}
