package viva.avatar.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.DateTimeException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.avatar.soul.Elsewhere;
import viva.avatar.soul.OriginalCard;
import viva.avatar.soul.Souls;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.platform.service.identity.Caller;
import viva.platform.service.problem.Rejected;

/** Avatars as files. */
@Cancellable(false)
@Path("/avatars")
@Authenticated
@Tag(name = "souls")
public class SoulResource {
    private final Souls souls;
    private final Caller caller;

    SoulResource(Souls souls, Caller caller) {
        this.souls = souls;
        this.caller = caller;
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create an avatar of a soul file or a character card (JSON or PNG)",
            description =
                    "The same client_id (a UUID) again means the same avatar. Times in the file are shifted to world_time.")
    @APIResponse(responseCode = "201", description = "The avatar; its life begins within a second")
    @APIResponse(responseCode = "409", description = "The owner has as many avatars as allowed")
    @APIResponse(
            responseCode = "422",
            description = "The file is not valid; everything that is wrong is named with its place")
    public Uni<RestResponse<AvatarView>> importFile(
            @RestQuery("client_id") String clientId, @RestQuery("world_time") String worldTime, @NotNull byte[] file) {
        UUID wish = wish(clientId);
        return souls.read(file, worldTime(worldTime))
                .map(Refusals::orThrow)
                .chain(arrival -> souls.arrive(caller.account(), wish, arrival))
                .map(AvatarView::of)
                .map(view -> ResponseBuilder.<AvatarView>created(URI.create("/avatars/" + view.id()))
                        .entity(view)
                        .build());
    }

    @POST
    @Path("/{id}/export")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The soul file of one of my avatars, with what other services know of it")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id")
    public Uni<byte[]> export(@RestPath AvatarId id, @NotNull Elsewhere parts) {
        return souls.write(caller.account(), id, parts);
    }

    @GET
    @Path("/{id}/card")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The character card that one of my avatars was made of, byte for byte")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id, or it was not made of a card")
    public Uni<byte[]> card(@RestPath AvatarId id) {
        return souls.card(caller.account(), id).map(OriginalCard::bytes);
    }

    private static UUID wish(String clientId) {
        try {
            return clientId == null ? null : UUID.fromString(clientId);
        } catch (IllegalArgumentException e) {
            throw Rejected.invalid("client_id", "must be a UUID");
        }
    }

    private static WorldTime worldTime(String iso) {
        try {
            return WorldTime.parse(iso == null ? "" : iso);
        } catch (DateTimeException e) {
            throw Rejected.invalid("world_time", "must be an ISO-8601 instant");
        }
    }
}
