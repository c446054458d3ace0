package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Souls;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;
import viva.platform.service.identity.Caller;

/** Avatars that an owner carries from one world to another. */
@Cancellable(false)
@Path("/api")
public class SoulsResource {
    private static final int CREATED = 201;
    private static final String PNG = "image/png";
    private static final byte PNG_BEGINS = (byte) 0x89;

    private final Souls souls;
    private final Limits limits;
    private final LimitConfig limit;
    private final Caller caller;

    SoulsResource(Souls souls, Limits limits, LimitConfig limit, Caller caller) {
        this.souls = souls;
        this.limits = limits;
        this.limit = limit;
        this.caller = caller;
    }

    @GET
    @Path("/avatars/{id}/export")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "One of my avatars as a soul file",
            description =
                    "Its profile, mind, memories and bonds as I may see them, and the card it was made of; with a checksum")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id")
    public Uni<RestResponse<byte[]>> export(AvatarId id) {
        return souls.export(Asker.of(caller), id).map(file -> file(id + ".soul.json", file));
    }

    @POST
    @Path("/avatars/import")
    @Consumes({MediaType.APPLICATION_JSON, PNG})
    @ResponseStatus(CREATED)
    @Operation(
            summary =
                    "A new avatar of a soul file, or of a character card: chara_card_v2, chara_card_v3 or V1, as JSON or within PNG",
            description =
                    "The body is the file, up to 16 MiB, a card up to 2 MiB. The same client_id (a UUID) again is the same avatar. Of a file"
                            + " that is not valid everything that is wrong is told with its place, and nothing of it is kept.")
    @APIResponse(responseCode = "409", description = "I have as many avatars as allowed")
    @APIResponse(responseCode = "422", description = "The file is not valid, or about somebody under 18")
    public Uni<JsonNode> importFile(
            @QueryParam("client_id") String clientId, @NotNull(message = "is required") byte[] file) {
        Asker asker = Asker.of(caller);
        return limits.take(limit.imports(), asker.account().toString())
                .chain(() -> souls.importFile(asker, clientId, file))
                .map(Artificial::told);
    }

    @GET
    @Path("/avatars/{id}/card")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The character card that one of my avatars was made of, byte for byte")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id, or it was not made of a card")
    public Uni<RestResponse<byte[]>> card(AvatarId id) {
        return souls.card(Asker.of(caller), id).map(card -> {
            boolean picture = card.length > 0 && card[0] == PNG_BEGINS;
            return file(id + (picture ? ".card.png" : ".card.json"), card);
        });
    }

    private static RestResponse<byte[]> file(String name, byte[] bytes) {
        return ResponseBuilder.ok(bytes)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
