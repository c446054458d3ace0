package viva.gateway.backend;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;

/** How avatars are and were, what they talk about, and the world's clock, of the life service. What is not the asker's is not found (404). */
@Singleton
public class Lives {
    private final Backend<LifeRest> service;

    Lives(Backends backends) {
        this.service = backends.to("life", LifeRest.class);
    }

    /** How the avatar is right now. */
    public Uni<JsonNode> state(Asker asker, AvatarId id) {
        return stateAt(asker, id, null);
    }

    /** How the avatar was at an instant (ISO 8601). */
    public Uni<JsonNode> stateAt(Asker asker, AvatarId id, String at) {
        return service.read(rest -> rest.state(asker, id, at));
    }

    /** The avatar's mind as another life can begin with it, and the world's time. */
    public Uni<JsonNode> mind(Asker asker, AvatarId id) {
        return service.read(rest -> rest.mind(asker, id));
    }

    /** Mood and needs from one instant to another; null parameters are left out. */
    public Uni<JsonNode> history(Asker asker, AvatarId id, String from, String to, String step) {
        return service.read(rest -> rest.history(asker, id, from, to, step));
    }

    /** Why the avatar's mind took a message of its owner as it did. */
    public Uni<JsonNode> why(Asker asker, AvatarId id, MessageId message) {
        return service.read(rest -> rest.why(asker, id, message, null, null));
    }

    /** Why the avatar's mind did what it did at one moment. */
    public Uni<JsonNode> why(Asker asker, AvatarId id, long tick) {
        return service.read(rest -> rest.why(asker, id, null, tick, null));
    }

    /** Why a conversation of the avatar came and went as it did. */
    public Uni<JsonNode> why(Asker asker, AvatarId id, ConversationId conversation) {
        return service.read(rest -> rest.why(asker, id, null, null, conversation));
    }

    /** The conversation of the owner and the avatar. */
    public Uni<JsonNode> conversationWithOwner(Asker asker, AvatarId id) {
        return service.read(rest -> rest.withOwner(asker, id));
    }

    /** A page of the avatar's conversations; null parameters are left out. */
    public Uni<JsonNode> conversations(
            Asker asker, AvatarId id, String type, String status, String cursor, String limit) {
        return service.read(rest -> rest.conversations(asker, id, type, status, cursor, limit));
    }

    /** A conversation that an avatar of the asker takes part in. */
    public Uni<JsonNode> conversation(Asker asker, ConversationId id) {
        return service.read(rest -> rest.conversation(asker, id));
    }

    /** A page of a conversation's messages; null parameters are left out. */
    public Uni<JsonNode> messages(Asker asker, ConversationId id, String cursor, String limit) {
        return service.read(rest -> rest.messages(asker, id, cursor, limit));
    }

    /** The world's clock. */
    public Uni<JsonNode> world(Asker asker) {
        return service.read(rest -> rest.world(asker));
    }

    /** Stops the world's clock, for operators. */
    public Uni<JsonNode> pause(Asker asker) {
        return service.change(rest -> rest.pause(asker));
    }

    /** Lets the world's clock go on, for operators. */
    public Uni<JsonNode> resume(Asker asker) {
        return service.change(rest -> rest.resume(asker));
    }
}
