package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ResponseStatus;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ConversationType;
import viva.contracts.MessageId;
import viva.gateway.chat.ClientId;
import viva.gateway.chat.MessageContent;
import viva.gateway.chat.OwnerMessages;
import viva.gateway.chat.Receipt;
import viva.gateway.client.Asker;
import viva.gateway.client.AvatarsOfOwner;
import viva.gateway.client.Backends;
import viva.gateway.client.LifeBackend;
import viva.gateway.client.NewbornState;
import viva.platform.service.identity.Caller;
import viva.platform.service.page.Page;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** How an avatar is, and what its owner and it say to each other. */
@Path("/api")
public class LivesResource {
    private static final int ACCEPTED = 202;

    private final LifeBackend life;
    private final NewbornState states;
    private final AvatarsOfOwner avatars;
    private final OwnerMessages messages;
    private final Backends backends;
    private final Caller caller;

    LivesResource(
            @RestClient LifeBackend life,
            NewbornState states,
            AvatarsOfOwner avatars,
            OwnerMessages messages,
            Backends backends,
            Caller caller) {
        this.life = life;
        this.states = states;
        this.avatars = avatars;
        this.messages = messages;
        this.backends = backends;
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

    /** One of an avatar's conversations. */
    record Conversation(ConversationId id, ConversationType type) {}

    @GET
    @Path("/avatars/{id}/state")
    @Operation(summary = "How one of my avatars is right now")
    public Uni<JsonNode> state(AvatarId id) {
        return states.of(Asker.of(caller), id);
    }

    @GET
    @Path("/avatars/{id}/conversations")
    @Operation(summary = "The conversations of one of my avatars")
    public Uni<Page<Conversation>> conversations(AvatarId id) {
        return backends.ask("life", Asker.of(caller), bearer -> life.conversation(bearer, id))
                .map(answer -> ConversationId.of(answer.path("conversation_id").asText()))
                .map(found -> new Page<>(List.of(new Conversation(found, ConversationType.OWNER)), null));
    }

    @GET
    @Path("/conversations/{id}/messages")
    @Operation(summary = "The messages of a conversation, latest first")
    public Uni<JsonNode> messages(
            ConversationId id, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return backends.ask("life", Asker.of(caller), bearer -> life.messages(bearer, id, cursor, limit));
    }

    @POST
    @Path("/avatars/{id}/messages")
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
