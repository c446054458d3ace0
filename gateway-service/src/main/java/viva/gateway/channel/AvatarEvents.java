package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.gateway.backend.Avatars;
import viva.gateway.backend.Bonds;
import viva.gateway.backend.Lives;
import viva.gateway.backend.Matches;
import viva.gateway.command.ClientId;
import viva.gateway.command.MessageContent;
import viva.gateway.command.OwnerMessages;
import viva.gateway.command.Receipt;
import viva.gateway.command.Wishes;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;
import viva.gateway.limit.Limits.Limit;
import viva.gateway.phoenix.Answer;

/** What an owner's device can ask of an avatar. */
@Singleton
class AvatarEvents {
    private static final int MAX_PAGE = 100;
    private static final int MAX_CURSOR = 512;
    private static final int MAX_STATUS = 32;

    private final OwnerMessages messages;
    private final Wishes wishes;
    private final Avatars avatars;
    private final Lives lives;
    private final Bonds bonds;
    private final Matches matches;
    private final Limits limits;
    private final LimitConfig limit;

    AvatarEvents(
            OwnerMessages messages,
            Wishes wishes,
            Avatars avatars,
            Lives lives,
            Bonds bonds,
            Matches matches,
            Limits limits,
            LimitConfig limit) {
        this.messages = messages;
        this.wishes = wishes;
        this.avatars = avatars;
        this.lives = lives;
        this.bonds = bonds;
        this.matches = matches;
        this.limits = limits;
        this.limit = limit;
    }

    Uni<Answer> handle(AvatarChannel channel, String event, ObjectNode payload) {
        return answered(() -> admitted(channel.account(), event).chain(() -> done(channel, event, payload)));
    }

    /** An account's sockets share its limits with its REST calls. */
    private Uni<Void> admitted(AccountId account, String event) {
        String who = account.toString();
        return switch (event) {
            case "message",
                    "send_message",
                    "start_conversation",
                    "end_conversation",
                    "trigger_thought",
                    "like",
                    "pass" -> limits.take(limit.writes(), who);
            case "get_matches" -> here(limit.costlyReads(), who);
            case "get_state", "get_relationships", "get_memories" -> here(limit.reads(), who);
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> here(Limit counted, String who) {
        limits.takeHere(counted, who);
        return Uni.createFrom().voidItem();
    }

    private Uni<Answer> done(AvatarChannel channel, String event, ObjectNode payload) {
        return switch (event) {
            case "message", "send_message" -> say(channel, payload);
            case "get_state" -> state(channel);
            case "get_matches" -> matches(channel, payload);
            case "get_relationships" -> relationships(channel, payload);
            case "get_memories" -> memories(channel, payload);
            case "start_conversation" -> startTalk(channel, payload);
            case "end_conversation" -> endTalk(channel, payload);
            case "trigger_thought" ->
                wishes.think(channel.account(), channel.avatar()).map(request -> Answer.ok());
            case "like" -> like(channel, payload);
            case "pass" -> pass(channel, payload);
            default -> Uni.createFrom().item(Answer.refused("unknown event"));
        };
    }

    private static Uni<Answer> answered(Supplier<Uni<Answer>> handling) {
        return Uni.createFrom()
                .deferred(handling::get)
                .onFailure(BadPayload.class)
                .recoverWithItem(failure -> new Answer.Refused("invalid_payload", failure.getMessage()));
    }

    private Uni<Answer> say(AvatarChannel channel, ObjectNode payload) {
        MessageContent content = new Fields(payload).required("content", MessageContent::new);
        ClientId clientId = new Fields(payload).optional("client_id", ClientId::new);
        return messages.take(channel.account(), channel.avatar(), content, clientId)
                .map(receipt -> switch (receipt) {
                    case Receipt.Taken(MessageId id) -> {
                        channel.said(id);
                        yield ok("message_id", JsonNodeFactory.instance.textNode(id.toString()));
                    }
                    case Receipt.ClientIdTaken() ->
                        new Answer.Refused("client_id_taken", "this client_id belongs to another message");
                });
    }

    private Uni<Answer> state(AvatarChannel channel) {
        return lives.state(channel.asker(), channel.avatar())
                .invoke(channel::showState)
                .map(AvatarEvents::ok);
    }

    private Uni<Answer> matches(AvatarChannel channel, ObjectNode payload) {
        String limit = new Fields(payload).limit(MAX_PAGE);
        return matches.of(channel.asker(), channel.avatar(), limit).map(AvatarEvents::ok);
    }

    private Uni<Answer> relationships(AvatarChannel channel, ObjectNode payload) {
        Fields fields = new Fields(payload);
        String status = fields.optionalText("status", MAX_STATUS);
        String cursor = fields.optionalText("cursor", MAX_CURSOR);
        return bonds.of(channel.asker(), channel.avatar(), status, cursor, fields.limit(MAX_PAGE))
                .map(AvatarEvents::ok);
    }

    private Uni<Answer> memories(AvatarChannel channel, ObjectNode payload) {
        Fields fields = new Fields(payload);
        String type = fields.optionalText("type", MAX_STATUS);
        String cursor = fields.optionalText("cursor", MAX_CURSOR);
        return avatars.memories(channel.asker(), channel.avatar(), type, cursor, fields.limit(MAX_PAGE))
                .map(AvatarEvents::ok);
    }

    private Uni<Answer> startTalk(AvatarChannel channel, ObjectNode payload) {
        Fields fields = new Fields(payload);
        AvatarId with = fields.optional("with", AvatarId::of);
        AvatarId other = with == null ? fields.required("other_avatar_id", AvatarId::of) : with;
        if (other.equals(channel.avatar())) {
            throw new BadPayload("other_avatar_id must be another avatar");
        }
        return avatars.profile(channel.asker(), other)
                .chain(profile -> wishes.talk(channel.account(), channel.avatar(), other))
                .map(id -> ok("conversation_id", JsonNodeFactory.instance.textNode(id.toString())));
    }

    private Uni<Answer> endTalk(AvatarChannel channel, ObjectNode payload) {
        ConversationId conversation = new Fields(payload).optional("conversation_id", ConversationId::of);
        return wishes.endTalk(channel.account(), channel.avatar(), conversation).map(taken -> Answer.ok());
    }

    private Uni<Answer> like(AvatarChannel channel, ObjectNode payload) {
        AvatarId other = new Fields(payload).required("avatar_id", AvatarId::of);
        return matches.like(channel.asker(), channel.avatar(), other)
                .map(answer -> ok("mutual", answer.path("mutual")));
    }

    private Uni<Answer> pass(AvatarChannel channel, ObjectNode payload) {
        AvatarId other = new Fields(payload).required("avatar_id", AvatarId::of);
        return matches.pass(channel.asker(), channel.avatar(), other)
                .map(answer -> ok("mutual", JsonNodeFactory.instance.booleanNode(false)));
    }

    private static Answer ok(JsonNode response) {
        return new Answer.Ok((ObjectNode) response);
    }

    private static Answer ok(String field, JsonNode value) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.set(field, value);
        return new Answer.Ok(response);
    }
}
