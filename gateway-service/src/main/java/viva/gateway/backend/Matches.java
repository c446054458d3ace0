package viva.gateway.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;

/** Whom avatars might like to know, of the matchmaker service. What is not the asker's is not found (404). */
@Singleton
public class Matches {
    private final Backend<MatchmakerRest> service;

    Matches(Backends backends) {
        this.service = backends.to("matchmaker", MatchmakerRest.class);
    }

    /** The avatar's best matches. */
    public Uni<JsonNode> of(Asker asker, AvatarId id, String limit) {
        return service.read(rest -> rest.matches(asker, id, limit));
    }

    public Uni<JsonNode> like(Asker asker, AvatarId id, AvatarId other) {
        return judge(asker, id, "likes", body(other));
    }

    public Uni<JsonNode> pass(Asker asker, AvatarId id, AvatarId other) {
        return judge(asker, id, "passes", body(other));
    }

    /**
     * Likes, passes or blocks.
     *
     * @param verdict {@code likes}, {@code passes} or {@code blocks}
     * @param other {@code {avatar_id}}
     */
    public Uni<JsonNode> judge(Asker asker, AvatarId id, String verdict, JsonNode other) {
        return service.change(rest -> rest.judge(asker, id, verdict, other));
    }

    /** A page of whom the owner blocked for the avatar; null parameters are left out. */
    public Uni<JsonNode> blocks(Asker asker, AvatarId id, String cursor, String limit) {
        return service.read(rest -> rest.blocks(asker, id, cursor, limit));
    }

    /** Takes a block back. */
    public Uni<Void> unblock(Asker asker, AvatarId id, AvatarId other) {
        return service.change(rest -> rest.unblock(asker, id, other));
    }

    private static JsonNode body(AvatarId other) {
        return JsonNodeFactory.instance.objectNode().put("avatar_id", other.toString());
    }
}
