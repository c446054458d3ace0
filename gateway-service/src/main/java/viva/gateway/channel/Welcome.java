package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Lives;
import viva.gateway.backend.Models;
import viva.gateway.backend.Newborns;
import viva.gateway.timeline.Cursor;
import viva.gateway.timeline.Head;
import viva.gateway.timeline.Timeline;
import viva.gateway.timeline.TimelineConfig;

/** Prepares the answer to a join: how the avatar is, and what happened since its owner last looked. */
@Singleton
class Welcome {
    private final Lives lives;
    private final Models models;
    private final Timeline timeline;
    private final Digest digest;
    private final TimelineConfig config;

    Welcome(Lives lives, Models models, Timeline timeline, Digest digest, TimelineConfig config) {
        this.lives = lives;
        this.models = models;
        this.digest = digest;
        this.timeline = timeline;
        this.config = config;
    }

    /**
     * What a new channel begins with.
     *
     * @param position the last timeline entry that it is not to push
     */
    record Prepared(ObjectNode response, long position) {}

    /** @param last the last event that the client knows, or null when it begins anew */
    Uni<Prepared> prepare(Asker asker, AvatarId avatar, JsonNode profile, Cursor last) {
        Uni<JsonNode> state = ifAlive(lives.state(asker, avatar));
        Uni<JsonNode> conversation =
                ifAlive(lives.conversationWithOwner(asker, avatar)).map(found -> found.path("conversation_id"));
        Uni<Meanwhile> meanwhile =
                timeline.head(avatar).chain(head -> last == null ? news(avatar, head) : resume(head, last));
        return Uni.combine()
                .all()
                .unis(state, conversation, meanwhile, models.of(profile))
                .asTuple()
                .map(all -> {
                    ObjectNode response = JsonNodeFactory.instance.objectNode();
                    response.put("ai", true);
                    response.set("model", all.getItem4());
                    response.set("avatar", profile);
                    response.set("state", all.getItem1());
                    response.set("conversation_id", all.getItem2().isTextual() ? all.getItem2() : NullNode.instance);
                    response.set("while_you_were_away", all.getItem3().lines());
                    response.put("replay_truncated", all.getItem3().truncated());
                    response.put(
                            "event_id", Cursor.after(all.getItem3().position()).toString());
                    return new Prepared(response, all.getItem3().position());
                });
    }

    private record Meanwhile(ArrayNode lines, long position, boolean truncated) {}

    /** An avatar that was just made is alive within a second. Without the life service one can still talk to it. */
    private static Uni<JsonNode> ifAlive(Uni<JsonNode> answer) {
        return Newborns.alive(answer).onFailure().recoverWithItem(NullNode.instance);
    }

    private Uni<Meanwhile> news(AvatarId avatar, Head head) {
        return digest.unseen(avatar, head).map(lines -> new Meanwhile(lines, head.seq(), false));
    }

    /** Everything after the event that the client knows is pushed, or the latest of it when it is too much. */
    private Uni<Meanwhile> resume(Head head, Cursor last) {
        long known = Math.min(last.seq(), head.seq());
        long position = config.resumeAfter(known, head.seq());
        return Uni.createFrom().item(new Meanwhile(JsonNodeFactory.instance.arrayNode(), position, position > known));
    }
}
