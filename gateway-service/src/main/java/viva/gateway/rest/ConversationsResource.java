package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Avatars;
import viva.gateway.backend.Lives;
import viva.gateway.backend.Newborns;
import viva.gateway.command.Wishes;
import viva.platform.service.identity.Caller;
import viva.platform.service.problem.Rejected;

/** What an avatar talks about, with its owner and with other avatars. */
@Cancellable(false)
@Path("/api")
public class ConversationsResource {
    private static final int ACCEPTED = 202;

    private final Lives lives;
    private final Newborns newborns;
    private final Avatars avatars;
    private final Wishes wishes;
    private final Caller caller;

    ConversationsResource(Lives lives, Newborns newborns, Avatars avatars, Wishes wishes, Caller caller) {
        this.lives = lives;
        this.newborns = newborns;
        this.avatars = avatars;
        this.wishes = wishes;
        this.caller = caller;
    }

    /** Whom the avatar shall talk with. */
    record Partner(@NotNull(message = "is required") AvatarId otherAvatarId) {}

    /** The conversation that the two will have if both take part. */
    record Invited(ConversationId conversationId) {}

    @GET
    @Path("/avatars/{id}/conversations")
    @Operation(
            summary =
                    "The conversations of one of my avatars, latest first; type is owner or avatar, status active or ended")
    public Uni<JsonNode> conversations(
            AvatarId id,
            @QueryParam("type") String type,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        Asker asker = Asker.of(caller);
        return newborns.ask(asker, id, lives.conversations(asker, id, type, status, cursor, limit));
    }

    @GET
    @Path("/conversations/{id}")
    @Operation(summary = "A conversation that one of my avatars takes part in")
    public Uni<JsonNode> conversation(ConversationId id) {
        return lives.conversation(Asker.of(caller), id);
    }

    @GET
    @Path("/conversations/{id}/messages")
    @Operation(summary = "The messages of a conversation, latest first")
    public Uni<JsonNode> messages(
            ConversationId id, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return lives.messages(Asker.of(caller), id, cursor, limit);
    }

    @POST
    @Path("/avatars/{id}/conversations")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Ask one of my avatars to talk with another one; whether they do is up to both")
    public Uni<Invited> talk(AvatarId id, @Valid @NotNull(message = "is required") Partner partner) {
        Asker asker = Asker.of(caller);
        AvatarId other = partner.otherAvatarId();
        if (other.equals(id)) {
            throw Rejected.invalid("other_avatar_id", "must be another avatar");
        }
        return avatars.require(asker, id)
                .chain(() -> avatars.profile(asker, other))
                .chain(() -> wishes.talk(asker.account(), id, other))
                .map(Invited::new);
    }
}
