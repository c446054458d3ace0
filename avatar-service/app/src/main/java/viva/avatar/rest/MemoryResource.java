package viva.avatar.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.avatar.memory.Listener;
import viva.avatar.memory.Memory;
import viva.avatar.registry.Registry;
import viva.avatar.remembering.KeptMemory;
import viva.avatar.remembering.Memories;
import viva.avatar.remembering.MemoryConfig;
import viva.avatar.remembering.PageStart;
import viva.avatar.search.Query;
import viva.avatar.search.Searches;
import viva.contracts.AvatarId;
import viva.platform.service.identity.Caller;
import viva.platform.service.page.Cursor;
import viva.platform.service.page.Page;
import viva.platform.service.page.PageRequest;

/** What the avatars of the account that asks remember. Another account's avatars answer exactly as unknown ones. */
@Cancellable(false)
@Path("/avatars/{id}/memories")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "memories")
public class MemoryResource {
    private final Memories memories;
    private final Searches searches;
    private final Registry registry;
    private final MemoryConfig config;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    MemoryResource(Memories memories, Searches searches, Registry registry, MemoryConfig config, Caller caller) {
        this.memories = memories;
        this.searches = searches;
        this.registry = registry;
        this.config = config;
        this.caller = caller;
    }

    /** The ids of memories that are gone. */
    public record DeletedMemories(List<UUID> deleted) {}

    @GET
    @Operation(summary = "What one of my avatars remembers, the newest first")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id")
    @APIResponse(responseCode = "422", description = "There is no such type, or no such page")
    public Uni<Page<MemoryView>> list(
            @RestPath AvatarId id, @RestQuery Optional<String> type, @BeanParam PageRequest page) {
        int limit = page.limit();
        Optional<PageStart> start = page.after(2).map(cursor -> new PageStart(cursor.instant(0), cursor.uuid(1)));
        return memories.newestOf(caller.account(), id, type.map(SearchParameters::kind), start, limit + 1)
                .map(found -> Page.of(found, limit, (KeptMemory last) -> Cursor.of(last.createdAt(), last.id())))
                .map(found -> found.map(MemoryView::of));
    }

    @POST
    @Operation(
            summary = "Write something down for my avatar to remember",
            description =
                    "Content may begin with its speaker, as in \"Ana: I planted roses.\". What says the same as a memory from before is held by that one, whose id is"
                            + " answered. With a slot it is a fact about me, which supersedes an older one.")
    @APIResponse(responseCode = "201", description = "The memory that holds it")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id")
    @APIResponse(responseCode = "422", description = "Some values are not valid; every one of them is named")
    public Uni<RestResponse<MemoryView>> post(@RestPath AvatarId id, @NotNull PostMemory body) {
        Memory memory = Refusals.orThrow(Memory.check(body.draft(clock.instant())));
        return memories.post(caller.account(), id, memory)
                .map(MemoryView::of)
                .map(view -> ResponseBuilder.<MemoryView>created(
                                URI.create("/avatars/" + id + "/memories/" + view.id()))
                        .entity(view)
                        .build());
    }

    /**
     * Searches.
     *
     * @param with another avatar that has to be in it
     * @param from ISO 8601: not what happened before
     * @param to ISO 8601: not what happened from then on
     * @param asOf ISO 8601
     */
    @GET
    @Path("/search")
    @Operation(
            summary = "What my avatar remembers of something, the best answers first",
            description =
                    "By meaning and by words; names of speakers and dates in the question count. as_of answers as if it was asked then. Searching reinforces nothing.")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id")
    @APIResponse(responseCode = "422", description = "No question, or a parameter that is not valid")
    public Uni<SearchView> search(
            @RestPath AvatarId id,
            @RestQuery Optional<String> q,
            @RestQuery Optional<String> limit,
            @RestQuery Optional<String> type,
            @RestQuery Optional<String> with,
            @RestQuery Optional<String> from,
            @RestQuery Optional<String> to,
            @RestQuery("as_of") Optional<String> asOf) {
        Query query = new Query(
                SearchParameters.question("q", q),
                SearchParameters.limit(limit),
                SearchParameters.kind(type),
                SearchParameters.avatar("with", with).orElse(null),
                new Query.Days(
                        from.map(text -> Times.instant("from", text)).orElse(null),
                        to.map(text -> Times.instant("to", text)).orElse(null)),
                asOf.map(text -> Times.instant("as_of", text)),
                new Listener.Owner(),
                false,
                config.embedding().searchTimeout());
        return registry.find(caller.account(), id)
                .chain(() -> searches.find(id, query))
                .map(SearchView::of);
    }

    @PATCH
    @Path("/{memory}")
    @Operation(summary = "Pin a memory, change its importance, or correct it; what is left out stays")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id, or it has no such memory")
    @APIResponse(responseCode = "422", description = "Some values are not valid; every one of them is named")
    public Uni<MemoryView> change(@RestPath AvatarId id, @RestPath UUID memory, @NotNull ChangeMemory body) {
        return memories.change(caller.account(), id, memory, Refusals.orThrow(body.check()))
                .map(MemoryView::of);
    }

    @DELETE
    @Path("/{memory}")
    @Operation(summary = "Let my avatar forget a memory, and what came of it alone")
    @APIResponse(responseCode = "200", description = "The ids of all that are gone, and of what these held")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id, or it has no such memory")
    public Uni<DeletedMemories> delete(@RestPath AvatarId id, @RestPath UUID memory) {
        return memories.delete(caller.account(), id, memory).map(DeletedMemories::new);
    }
}
