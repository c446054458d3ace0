package viva.gateway.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.ConversationType;
import viva.contracts.Json;
import viva.contracts.VoiceKind;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.BondEvolvedV1;
import viva.contracts.message.BondFormedV1;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.ErasureDoneV1;
import viva.contracts.message.GreetingSaidV1;
import viva.contracts.message.LeftBehindV1;
import viva.contracts.message.LlmUsageV1;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.MatchLostV1;
import viva.contracts.message.MatchMutualV1;
import viva.contracts.message.MemoryFadedV1;
import viva.contracts.message.MemoryFormedV1;
import viva.contracts.message.MilestoneReachedV1;
import viva.contracts.message.ThoughtHadV1;
import viva.contracts.message.WorldClockV1;
import viva.gateway.phoenix.Push;
import viva.gateway.timeline.Entry;

/**
 * A timeline entry in the words that clients know.
 *
 * @param event the name of the push
 * @param payload its payload, with {@code event_id} and {@code at}
 */
public record Told(String event, ObjectNode payload) {
    static final String NEW_MESSAGE = "new_message";

    private static final ObjectMapper JSON = Json.mapper();

    /** How the owner is told of an entry; empty when it is nothing for owners. */
    public static Optional<Told> of(Entry entry) {
        return switch (entry.event()) {
            case ConversationMessageV1 said -> Optional.of(message(entry, said));
            case ConversationStartedV1 started -> Optional.of(started(entry, started));
            case ConversationEndedV1 ended -> Optional.of(ended(entry, ended));
            case ThoughtHadV1 thought -> Optional.of(thought(entry, thought));
            case GreetingSaidV1 greeting -> Optional.of(greeting(entry, greeting));
            case MemoryFormedV1 memory -> Optional.of(memory(entry, memory));
            case MemoryFadedV1 faded -> Optional.empty();
            case BondEvent bond -> Optional.of(bond(entry, bond));
            case BondEvolvedV1 evolved -> Optional.empty();
            case MatchFoundV1 match -> Optional.of(match(entry, match.otherId(), match.otherName(), match.score()));
            case MatchMutualV1 match -> Optional.of(match(entry, match.otherId(), match.otherName(), null));
            case MatchLostV1 match -> Optional.empty();
            case BlockChangedV1 block -> Optional.empty();
            case LlmUsageV1 usage -> Optional.empty();
            case ErasureDoneV1 done -> Optional.empty();
            case LeftBehindV1 left -> Optional.empty();
            case WorldClockV1 clock -> Optional.empty();
            case AvatarEvent profile -> Optional.empty();
        };
    }

    Push on(String topic) {
        return Push.of(topic, event, payload);
    }

    /** As one line of a digest: the payload with the name of the event in it. */
    public ObjectNode asDigestLine() {
        return payload.deepCopy().put("event", event);
    }

    private static Told message(Entry entry, ConversationMessageV1 said) {
        ObjectNode payload = payload(entry)
                .put("message_id", said.messageId().toString())
                .put("conversation_id", said.conversationId().toString())
                .put("author", author(said).label())
                .put("content", said.content());
        if (said.author() != Author.OWNER) {
            payload.put("in_reply_to", text(said.inReplyTo()))
                    .put("mood", said.mood())
                    .put("tone", said.tone())
                    .put("voice", label(said.voice()))
                    .set("emotions", JSON.valueToTree(said.emotions()));
        }
        return switch (said.conversationType()) {
            case OWNER -> new Told(said.author() == Author.AVATAR ? "avatar_response" : NEW_MESSAGE, payload);
            case AVATAR -> new Told(NEW_MESSAGE, amongAvatars(payload, said));
        };
    }

    /** Whoever speaks in a talk among avatars and is not the owner's own is the partner, also in entries that were signed otherwise. */
    private static Author author(ConversationMessageV1 said) {
        boolean partner = said.conversationType() == ConversationType.AVATAR
                && said.speakerId() != null
                && !said.speakerId().equals(said.avatarId());
        return partner ? Author.PARTNER : said.author();
    }

    private static ObjectNode amongAvatars(ObjectNode payload, ConversationMessageV1 said) {
        return payload.put("conversation_type", ConversationType.AVATAR.label())
                .put("speaker_id", text(said.speakerId()))
                .put("with", text(said.otherId()))
                .put("with_name", said.otherName())
                .put("act", said.act() == null ? null : said.act().label());
    }

    private static Told started(Entry entry, ConversationStartedV1 started) {
        return new Told(
                "conversation_started",
                payload(entry)
                        .put("conversation_id", started.conversationId().toString())
                        .put("with", started.otherId().toString())
                        .put("with_name", started.otherName())
                        .put("voiced", started.voiced())
                        .put("world_time", text(started.startedAt())));
    }

    private static Told ended(Entry entry, ConversationEndedV1 ended) {
        ObjectNode payload = payload(entry)
                .put("conversation_id", ended.conversationId().toString())
                .put("with", ended.otherId().toString())
                .put("with_name", ended.otherName())
                .put("voiced", ended.voiced())
                .put("reason", ended.reason().label())
                .put("world_time", text(ended.endedAt()));
        payload.set("outcome", JSON.valueToTree(ended.outcome()));
        return new Told("conversation_ended", payload);
    }

    private static Told thought(Entry entry, ThoughtHadV1 thought) {
        return new Told(
                "thought",
                payload(entry)
                        .put("content", thought.content())
                        .put("topic", thought.topic())
                        .put("timestamp", entry.at().toString())
                        .put("world_time", text(thought.worldTime())));
    }

    private static Told greeting(Entry entry, GreetingSaidV1 greeting) {
        ObjectNode payload = payload(entry)
                .put("message_id", greeting.messageId().toString())
                .put("conversation_id", greeting.conversationId().toString())
                .put("content", greeting.content())
                .put("mood", greeting.mood())
                .put("tone", greeting.tone())
                .put("voice", label(greeting.voice()))
                .put("world_time", text(greeting.worldTime()));
        payload.set("emotions", JSON.valueToTree(greeting.emotions()));
        return new Told("greeting", payload);
    }

    private static Told memory(Entry entry, MemoryFormedV1 memory) {
        return new Told(
                "memory_formed",
                payload(entry)
                        .put("memory_id", memory.memoryId().toString())
                        .put("type", memory.kind())
                        .put("content", memory.content())
                        .put("importance", memory.importance())
                        .put("world_time", text(memory.occurredAt())));
    }

    private static Told bond(Entry entry, BondEvent bond) {
        ObjectNode payload = payload(entry).put("with", text(bond.otherId()));
        switch (bond) {
            case BondFormedV1 formed ->
                payload.put("change", "formed").put("status", formed.status().label());
            case BondChangedV1 changed ->
                payload.put("change", "changed")
                        .put("status", changed.status().label())
                        .put("previous_status", changed.previousStatus().label())
                        .put("familiarity", changed.familiarity())
                        .put("trust", changed.trust())
                        .put("affection", changed.affection())
                        .put("attraction", changed.attraction())
                        .put("conversation_id", text(changed.conversationId()));
            case BondEndedV1 ended ->
                payload.put("change", "ended")
                        .put("previous_status", ended.status().label())
                        .put("reason", ended.reason().label());
            case MilestoneReachedV1 reached ->
                payload.put("change", "milestone").put("milestone", reached.milestone());
        }
        return new Told("relationship_update", payload);
    }

    private static Told match(Entry entry, AvatarId other, String name, Double score) {
        ObjectNode payload = payload(entry)
                .put("avatar_id", other.toString())
                .put("avatar_name", name)
                .put("mutual", score == null);
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

    private static String label(VoiceKind voice) {
        return voice == null ? null : voice.label();
    }

    private static String text(Object id) {
        return id == null ? null : id.toString();
    }
}
