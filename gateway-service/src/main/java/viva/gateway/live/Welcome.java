package viva.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.gateway.peer.ModelRecipient;
import viva.gateway.peer.PeerFailure;
import viva.gateway.peer.Peers;
import viva.gateway.timeline.Cursor;
import viva.gateway.timeline.Head;
import viva.gateway.timeline.Timeline;
import viva.gateway.timeline.TimelineConfig;

/** Prepares the answer to a join: how the avatar is, and what happened since its owner last looked. */
@Singleton
class Welcome {
    private static final Duration BIRTH = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final Peers peers;
    private final ModelRecipient recipient;
    private final Timeline timeline;
    private final Digest digest;
    private final TimelineConfig config;

    Welcome(Peers peers, ModelRecipient recipient, Timeline timeline, Digest digest, TimelineConfig config) {
        this.peers = peers;
        this.recipient = recipient;
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
    Uni<Prepared> prepare(AccountId account, AvatarId avatar, ObjectNode profile, Cursor last) {
        Uni<JsonNode> state = ifAlive(peers.state(account, avatar));
        Uni<JsonNode> conversation =
                ifAlive(peers.conversation(account, avatar)).map(found -> found.path("conversation_id"));
        Uni<Meanwhile> meanwhile =
                timeline.head(avatar).chain(head -> last == null ? news(avatar, head) : resume(head, last));
        return Uni.combine()
                .all()
                .unis(state, conversation, meanwhile, recipient.of(profile))
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
    private static Uni<JsonNode> ifAlive(Uni<ObjectNode> answer) {
        return answer.onFailure(Welcome::notAliveYet)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(BIRTH.toMillis())
                .map(JsonNode.class::cast)
                .onFailure()
                .recoverWithItem(NullNode.instance);
    }

    private static boolean notAliveYet(Throwable failure) {
        return failure instanceof PeerFailure peer && peer.kind() == PeerFailure.Kind.NOT_FOUND;
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
