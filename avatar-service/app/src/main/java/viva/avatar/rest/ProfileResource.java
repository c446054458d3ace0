package viva.avatar.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.avatar.registry.Registry;
import viva.contracts.AvatarId;

/** What everybody may know of an avatar, whoever's it is. */
@Cancellable(false)
@Path("/profiles")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "avatars")
public class ProfileResource {
    private final Registry registry;

    ProfileResource(Registry registry) {
        this.registry = registry;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The public profile of an avatar that does not rest")
    @APIResponse(responseCode = "404", description = "No avatar has this id, or it rests")
    public Uni<ProfileView> get(@RestPath AvatarId id) {
        return registry.findActive(id).map(ProfileView::of);
    }
}
