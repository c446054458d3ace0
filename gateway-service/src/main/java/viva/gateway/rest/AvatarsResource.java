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
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.gateway.client.Asker;
import viva.gateway.client.AvatarBackend;
import viva.gateway.client.Backends;
import viva.gateway.peer.ModelRecipient;
import viva.platform.service.identity.Caller;

/** An owner's avatars. */
@Cancellable(false)
@Path("/api")
public class AvatarsResource {
    private static final int CREATED = 201;

    private final AvatarBackend avatars;
    private final Backends backends;
    private final ModelRecipient recipient;
    private final Caller caller;

    AvatarsResource(@RestClient AvatarBackend avatars, Backends backends, ModelRecipient recipient, Caller caller) {
        this.avatars = avatars;
        this.backends = backends;
        this.recipient = recipient;
        this.caller = caller;
    }

    @POST
    @Path("/avatars")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            summary =
                    "Create an avatar: {name, bio?, gender?, age?, locale?, personality?, client_id?}; without a personality it gets a random one",
            description =
                    "client_id is a UUID of the client: whoever is not sure that it worked repeats the same one and gets the same avatar")
    public Uni<JsonNode> create(@NotNull(message = "is required") ObjectNode avatar) {
        return ask((backend, bearer) -> backend.create(bearer, avatar)).map(Artificial::told);
    }

    @GET
    @Path("/avatars")
    @Operation(summary = "My avatars")
    public Uni<JsonNode> mine(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return read((backend, bearer) -> backend.mine(bearer, cursor, limit)).map(Artificial::told);
    }

    @GET
    @Path("/avatars/{id}")
    @Operation(
            summary = "One of my avatars",
            description =
                    "model.used tells whether a language model may read what I write to it, model.provider which host gets the text")
    public Uni<JsonNode> get(AvatarId id) {
        return read((backend, bearer) -> backend.get(bearer, id))
                .map(Artificial::told)
                .flatMap(recipient::tell);
    }

    @PATCH
    @Path("/avatars/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Change one of my avatars; {model_allowed: false} lets no language model speak for it or read what is said to it")
    public Uni<JsonNode> change(AvatarId id, @NotNull(message = "is required") ObjectNode change) {
        return ask((backend, bearer) -> backend.change(bearer, id, change)).map(Artificial::told);
    }

    @DELETE
    @Path("/avatars/{id}")
    @Operation(summary = "Delete one of my avatars, with everything it left behind")
    public Uni<Void> delete(AvatarId id) {
        return ask((backend, bearer) -> backend.delete(bearer, id));
    }

    @POST
    @Path("/personalities/random")
    @Operation(summary = "A random personality, to look at before an avatar gets it")
    public Uni<JsonNode> randomPersonality() {
        return read(AvatarBackend::randomPersonality);
    }

    private <T> Uni<T> read(BiFunction<AvatarBackend, String, Uni<T>> question) {
        return backends.read("avatar", Asker.of(caller), bearer -> question.apply(avatars, bearer));
    }

    private <T> Uni<T> ask(BiFunction<AvatarBackend, String, Uni<T>> question) {
        return backends.ask("avatar", Asker.of(caller), bearer -> question.apply(avatars, bearer));
    }
}
