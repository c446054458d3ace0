package viva.gateway.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.ConversationType;
import viva.contracts.Json;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.BondFormedV1;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.GreetingSaidV1;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.MatchMutualV1;
import viva.contracts.message.MemoryFormedV1;
import viva.contracts.message.MilestoneReachedV1;
import viva.contracts.message.ThoughtHadV1;
import viva.contracts.message.WorldClockV1;
import viva.gateway.channel.Push;
import viva.gateway.timeline.Entry;

/**
 * A timeline entry in the words that clients know.
 *
 * @param event the name of the push
 * @param payload its payload, with {@code event_id} and {@code at}
 */
record Told(String event, ObjectNode payload) {
    private static final ObjectMapper JSON = Json.mapper();

    /** How the owner is told of an entry; empty when it is nothing for owners. */
    static Optional<Told> of(Entry entry) {
        return switch (entry.event()) {
            case ConversationMessageV1 said -> Optional.of(message(entry, said));
            case BondEvent bond -> Optional.of(bond(entry, bond));
            case MatchFoundV1 match -> Optional.of(match(entry, match.otherId(), match.score()));
            case MatchMutualV1 match -> Optional.of(match(entry, match.otherId(), null));
            case ConversationStartedV1 started -> Optional.empty();
            case ConversationEndedV1 ended -> Optional.empty();
            case ThoughtHadV1 thought -> Optional.empty();
            case GreetingSaidV1 greeting -> Optional.empty();
            case MemoryFormedV1 memory -> Optional.empty();
            case WorldClockV1 clock -> Optional.empty();
            case AvatarEvent profile -> Optional.empty();
        };
    }

    /** Whether an owner who was away wants to read of it: not of their own words, nor of every small change of a number. */
    static boolean isNews(Entry entry) {
        return switch (entry.event()) {
            case ConversationMessageV1 said -> said.author() == Author.AVATAR;
            case BondChangedV1 bond -> !bond.status().equals(bond.previousStatus());
            case BondFormedV1 bond -> true;
            case MilestoneReachedV1 milestone -> true;
            case MatchFoundV1 match -> true;
            case MatchMutualV1 match -> true;
            case ConversationStartedV1 started -> false;
            case ConversationEndedV1 ended -> ended.outcome() != null;
            case ThoughtHadV1 thought -> false;
            case GreetingSaidV1 greeting -> false;
            case MemoryFormedV1 memory -> false;
            case WorldClockV1 clock -> false;
            case AvatarEvent profile -> false;
        };
    }

    Push on(String topic) {
        return Push.of(topic, event, payload);
    }

    /** As one line of a digest: the payload with the name of the event in it. */
    ObjectNode asDigestLine() {
        return payload.deepCopy().put("event", event);
    }

    private static Told message(Entry entry, ConversationMessageV1 said) {
        boolean answer = said.conversationType() == ConversationType.OWNER && said.author() == Author.AVATAR;
        ObjectNode payload = payload(entry)
                .put("message_id", said.messageId().toString())
                .put("conversation_id", said.conversationId().toString())
                .put("author", said.author().label())
                .put("content", said.content());
        if (said.author() == Author.AVATAR) {
            payload.put(
                            "in_reply_to",
                            said.inReplyTo() == null ? null : said.inReplyTo().toString())
                    .put("mood", said.mood())
                    .put("tone", said.tone())
                    .set("emotions", JSON.valueToTree(said.emotions()));
        }
        return new Told(answer ? "avatar_response" : "new_message", payload);
    }

    private static Told bond(Entry entry, BondEvent bond) {
        ObjectNode payload = payload(entry).put("with", bond.otherId().toString());
        switch (bond) {
            case BondFormedV1 formed -> payload.put("change", "formed").put("status", formed.status());
            case BondChangedV1 changed ->
                payload.put("change", "changed")
                        .put("status", changed.status())
                        .put("previous_status", changed.previousStatus())
                        .put("familiarity", changed.familiarity())
                        .put("trust", changed.trust())
                        .put("affection", changed.affection())
                        .put("attraction", changed.attraction());
            case MilestoneReachedV1 reached ->
                payload.put("change", "milestone").put("milestone", reached.milestone());
        }
        return new Told("relationship_update", payload);
    }

    private static Told match(Entry entry, AvatarId other, Double score) {
        ObjectNode payload = payload(entry).put("avatar_id", other.toString()).put("mutual", score == null);
        if (score != null) {
            payload.put("score", score);
        }
        return new Told("match_found", payload);
    }

    private static ObjectNode payload(Entry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event_id", entry.cursor().toString())
                .put("at", entry.at().toString());
    }
}
