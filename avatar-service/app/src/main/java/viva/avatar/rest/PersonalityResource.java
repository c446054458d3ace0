package viva.avatar.rest;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.avatar.chance.Chance;
import viva.contracts.Personality;

/** Personalities to choose from. */
@Cancellable(false)
@Path("/personalities")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "personalities")
public class PersonalityResource {
    private final Chance chance;

    PersonalityResource(Chance chance) {
        this.chance = chance;
    }

    @POST
    @Path("/random")
    @Operation(summary = "Draw a personality", description = "Nothing is stored; create an avatar with it to keep it.")
    public Personality random() {
        return chance.personality();
    }
}
