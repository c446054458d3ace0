package viva.avatar.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.avatar.memory.MemoryKind;
import viva.avatar.remembering.KeptMemory;
import viva.avatar.remembering.Memories;
import viva.avatar.remembering.PageStart;
import viva.contracts.AvatarId;
import viva.platform.service.identity.Caller;
import viva.platform.service.page.Cursor;
import viva.platform.service.page.Page;
import viva.platform.service.page.PageRequest;
import viva.platform.service.problem.Rejected;

/** What the avatars of the account that asks remember. Another account's avatars answer exactly as unknown ones. */
@Cancellable(false)
@Path("/avatars/{id}/memories")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "memories")
public class MemoryResource {
    private final Memories memories;
    private final Caller caller;

    MemoryResource(Memories memories, Caller caller) {
        this.memories = memories;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What one of my avatars remembers, the newest first")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id")
    @APIResponse(responseCode = "422", description = "There is no such type, or no such page")
    public Uni<Page<MemoryView>> list(
            @RestPath AvatarId id, @RestQuery Optional<String> type, @BeanParam PageRequest page) {
        int limit = page.limit();
        Optional<PageStart> start = page.after(2).map(cursor -> new PageStart(cursor.instant(0), cursor.uuid(1)));
        return memories.newestOf(caller.account(), id, type.map(MemoryResource::kind), start, limit + 1)
                .map(found -> Page.of(found, limit, (KeptMemory last) -> Cursor.of(last.createdAt(), last.id())))
                .map(found -> found.map(MemoryView::of));
    }

    private static MemoryKind kind(String label) {
        return MemoryKind.of(label)
                .orElseThrow(() -> Rejected.invalid("type", "must be a type such as emotional_peak"));
    }
}
