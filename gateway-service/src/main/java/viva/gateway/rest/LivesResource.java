package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Avatars;
import viva.gateway.backend.Lives;
import viva.gateway.backend.Newborns;
import viva.gateway.command.ClientId;
import viva.gateway.command.MessageContent;
import viva.gateway.command.OwnerMessages;
import viva.gateway.command.Receipt;
import viva.gateway.command.Wishes;
import viva.platform.service.identity.Caller;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** How an avatar is and was, and what its owner says to it. */
@Cancellable(false)
@Path("/api")
public class LivesResource {
    private static final int ACCEPTED = 202;

    private final Lives lives;
    private final Newborns newborns;
    private final Avatars avatars;
    private final OwnerMessages messages;
    private final Wishes wishes;
    private final Caller caller;

    LivesResource(
            Lives lives, Newborns newborns, Avatars avatars, OwnerMessages messages, Wishes wishes, Caller caller) {
        this.lives = lives;
        this.newborns = newborns;
        this.avatars = avatars;
        this.messages = messages;
        this.wishes = wishes;
        this.caller = caller;
    }

    /**
     * What an owner says.
     *
     * @param clientId the client's own id of the message, so that sending it twice says it once; or null
     */
    record Said(@NotNull(message = "is required") String content, String clientId) {}

    /** The message is stored, and will be answered over the socket. */
    record Taken(MessageId messageId) {}

    /** The avatar was asked; what it thinks comes over the socket. */
    record Asked(MessageId requestId) {}

    @GET
    @Path("/avatars/{id}/state")
    @Operation(summary = "How one of my avatars is right now, or was at an instant (ISO 8601)")
    public Uni<JsonNode> state(AvatarId id, @QueryParam("at") String at) {
        Asker asker = Asker.of(caller);
        Uni<JsonNode> state =
                at == null ? newborns.ask(asker, id, lives.state(asker, id)) : lives.stateAt(asker, id, at);
        return state.map(Artificial::told);
    }

    @GET
    @Path("/avatars/{id}/history")
    @Operation(summary = "Mood and needs of one of my avatars over time, for charts")
    public Uni<JsonNode> history(
            AvatarId id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("step") String step) {
        Asker asker = Asker.of(caller);
        return newborns.ask(asker, id, lives.history(asker, id, from, to, step));
    }

    @POST
    @Path("/avatars/{id}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(ACCEPTED)
    @Operation(
            summary = "Say something to one of my avatars; the answer comes over the socket and into the conversation")
    public Uni<Taken> say(AvatarId id, @Valid @NotNull(message = "is required") Said said) {
        Asker asker = Asker.of(caller);
        MessageContent content = valid("content", () -> new MessageContent(said.content()));
        ClientId clientId = said.clientId() == null ? null : valid("client_id", () -> new ClientId(said.clientId()));
        return avatars.require(asker, id)
                .chain(() -> messages.take(asker.account(), id, content, clientId))
                .map(LivesResource::taken);
    }

    @POST
    @Path("/avatars/{id}/thoughts")
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Ask what one of my avatars thinks right now; the thought comes over the socket")
    public Uni<Asked> think(AvatarId id) {
        Asker asker = Asker.of(caller);
        return avatars.require(asker, id)
                .chain(() -> wishes.think(asker.account(), id))
                .map(Asked::new);
    }

    @DELETE
    @Path("/avatars/{id}/concern")
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "One of my avatars shall be concerned about me no longer; its state shows when that is so")
    public Uni<Void> eraseConcern(AvatarId id) {
        Asker asker = Asker.of(caller);
        return avatars.require(asker, id).chain(() -> wishes.eraseConcern(asker.account(), id));
    }

    private static Taken taken(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Taken taken -> new Taken(taken.messageId());
            case Receipt.ClientIdTaken used ->
                throw Rejected.blaming(ProblemType.CONFLICT, "client_id", "belongs to another message");
        };
    }

    private static <T> T valid(String field, java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw Rejected.invalid(field, refused.getMessage().replaceFirst("^" + field + " ", ""));
        }
    }
}
