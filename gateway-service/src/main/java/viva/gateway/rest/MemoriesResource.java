package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Avatars;
import viva.gateway.timeline.ForgottenMemories;
import viva.platform.service.identity.Caller;

/** What an owner's avatars remember. */
@Cancellable(false)
@Path("/api/avatars/{id}/memories")
public class MemoriesResource {
    private static final int CREATED = 201;

    private final Avatars avatars;
    private final ForgottenMemories forgotten;
    private final Caller caller;

    MemoriesResource(Avatars avatars, ForgottenMemories forgotten, Caller caller) {
        this.avatars = avatars;
        this.forgotten = forgotten;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What one of my avatars remembers, of one type or all, the newest first")
    public Uni<JsonNode> memories(
            AvatarId id,
            @QueryParam("type") String type,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        return avatars.memories(Asker.of(caller), id, type, cursor, limit);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            summary =
                    "Write something down for my avatar: {content, type?, importance?, occurred_at?, gist?, with?, audience?, with_owner?, slot?}",
            description =
                    "content may begin with its speaker, as in \"Ana: I planted roses.\"; occurred_at is an instant (ISO 8601). slot {name, value} makes it a fact about"
                            + " me, which supersedes an older one. What says the same as a memory from before is held by that one.")
    @APIResponse(responseCode = "201", description = "The memory that holds it")
    public Uni<JsonNode> remember(AvatarId id, @NotNull(message = "is required") ObjectNode memory) {
        return avatars.remember(Asker.of(caller), id, memory);
    }

    /**
     * Searches.
     *
     * @param with the id of another avatar that has to be in it
     * @param from ISO 8601: not what happened before
     * @param to ISO 8601: not what happened from then on
     */
    @GET
    @Path("/search")
    @Operation(
            summary = "What my avatar remembers of something, the best answers first",
            description =
                    "By meaning and by words. score, relevance, retrievability and importance are in [0, 1]; found tells whether the best is an answer. as_of (ISO 8601)"
                            + " answers as if it was asked then.")
    public Uni<JsonNode> search(
            AvatarId id,
            @QueryParam("q") String q,
            @QueryParam("limit") String limit,
            @QueryParam("type") String type,
            @QueryParam("with") String with,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("as_of") String asOf) {
        return avatars.searchMemories(
                Asker.of(caller), id, new Avatars.MemorySearch(q, limit, type, with, from, to, asOf));
    }

    @PATCH
    @Path("/{memory}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Pin a memory, change its importance, or correct it: {pinned?, importance?, content?}")
    public Uni<JsonNode> change(AvatarId id, UUID memory, @NotNull(message = "is required") ObjectNode change) {
        return avatars.changeMemory(Asker.of(caller), id, memory, change);
    }

    @DELETE
    @Path("/{memory}")
    @Operation(summary = "Let my avatar forget a memory, and what came of it alone")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<Void> delete(AvatarId id, UUID memory) {
        return avatars.deleteMemory(Asker.of(caller), id, memory).chain(deleted -> forgotten.forget(id, deleted));
    }
}
