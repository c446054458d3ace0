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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.avatar.chance.Chance;
import viva.avatar.profile.ProfileCheck;
import viva.avatar.registry.Avatar;
import viva.avatar.registry.Registry;
import viva.contracts.AvatarId;
import viva.platform.service.identity.Caller;
import viva.platform.service.page.Cursor;
import viva.platform.service.page.Page;
import viva.platform.service.page.PageRequest;

/** The avatars of the account that asks. Another account's avatars answer exactly as unknown ones. */
@Cancellable(false)
@Path("/avatars")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "avatars")
public class AvatarResource {
    private final Registry registry;
    private final Chance chance;
    private final Caller caller;

    AvatarResource(Registry registry, Chance chance, Caller caller) {
        this.registry = registry;
        this.chance = chance;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Create an avatar",
            description =
                    "Without a personality, one is drawn at random. Whoever is not sure that it worked repeats it with the"
                            + " same client_id (a UUID) and gets the same avatar.")
    @APIResponse(responseCode = "201", description = "The avatar; its life begins within a second")
    @APIResponse(responseCode = "409", description = "The owner has as many avatars as allowed")
    @APIResponse(responseCode = "422", description = "Some values are not valid; every one of them is named")
    public Uni<RestResponse<AvatarView>> create(@NotNull CreateAvatar body) {
        return registry.create(
                        caller.account(),
                        Refusals.orThrow(ProfileCheck.check(body.draft(), chance::personality)),
                        body.clientId())
                .map(AvatarView::of)
                .map(view -> ResponseBuilder.<AvatarView>created(URI.create("/avatars/" + view.id()))
                        .entity(view)
                        .build());
    }

    @GET
    @Operation(summary = "My avatars, the newest first")
    public Uni<Page<AvatarView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        return registry.newestOf(caller.account(), page.after(1).map(cursor -> new AvatarId(cursor.uuid(0))), limit + 1)
                .map(avatars -> Page.of(avatars, limit, (Avatar last) -> Cursor.of(last.id())))
                .map(found -> found.map(AvatarView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my avatars")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id")
    public Uni<AvatarView> get(@RestPath AvatarId id) {
        return registry.find(caller.account(), id).map(AvatarView::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            summary =
                    "Change name, bio, gender, age or locale; let it rest or wake it; allow or forbid the language model",
            description = "What is left out stays, null clears. The personality is fixed.")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id")
    @APIResponse(responseCode = "422", description = "Some values are not valid; every one of them is named")
    public Uni<AvatarView> change(@RestPath AvatarId id, @NotNull ChangeAvatar body) {
        return registry.change(caller.account(), id, body).map(AvatarView::of);
    }

    @DELETE
    @Operation(
            summary = "Delete all my avatars for good, because my account is erased",
            description = "From now on this account has none, whoever asks for one in its name.")
    @APIResponse(responseCode = "204", description = "They are gone")
    public Uni<Void> deleteAll() {
        return registry.deleteAll(caller.account());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete an avatar for good, with everything it left behind")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id")
    public Uni<Void> delete(@RestPath AvatarId id) {
        return registry.delete(caller.account(), id);
    }
}
