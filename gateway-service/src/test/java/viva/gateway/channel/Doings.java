package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.EndReason;
import viva.contracts.Json;
import viva.contracts.MessageId;
import viva.contracts.Needs;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.contracts.message.BondEvolvedV1;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.GreetingSaidV1;
import viva.contracts.message.MemoryFormedV1;
import viva.contracts.message.ThoughtHadV1;
import viva.platform.testkit.GoldenPayloads;

/** What an avatar does by itself, in the words of the life service: it talks with Milo. */
public record Doings(Beings beings) {
    public static final AvatarId MILO = new AvatarId(new UUID(8, 8));
    private static final AccountId MILOS_OWNER = new AccountId(new UUID(8, 9));
    public static final ConversationId TALK = new ConversationId(new UUID(9, 9));
    public static final ConversationOutcome GOOD =
            new ConversationOutcome(6, 0.5, 0.6, 0.7, 0.8, 0, 0.1, 0.3, 0.9, DialogueAct.JOKE, 2, null);

    private static final WorldTime FIVE = WorldTime.parse("2030-01-01T17:00:00Z");
    private static final Emotions JOYFUL = new Emotions(0.7, 0, 0, 0, 0, 0, 0.1, 0, 0.2, 0);

    public ConversationStartedV1 started() {
        return new ConversationStartedV1(beings.avatar(), beings.owner(), MILO, "Milo", TALK, true, FIVE);
    }

    /** As Milo's shard says it for both, where no owner watches. */
    public ConversationStartedV1 startedUnwatchedByMilo() {
        return new ConversationStartedV1(
                MILO, MILOS_OWNER, beings.avatar(), "Luna", TALK, false, FIVE, "Milo", beings.owner());
    }

    /** As {@link #startedUnwatchedByMilo()}. */
    public ConversationEndedV1 endedUnwatchedByMilo(ConversationOutcome outcome) {
        return new ConversationEndedV1(
                MILO,
                MILOS_OWNER,
                beings.avatar(),
                "Luna",
                TALK,
                true,
                false,
                EndReason.GOODBYE,
                outcome,
                FIVE,
                "Milo",
                beings.owner());
    }

    /** The two became friends; the avatar likes Milo better than he likes it. */
    public BondEvolvedV1 bondWithMilo() {
        return new BondEvolvedV1(
                MILO,
                beings.avatar(),
                false,
                0.4,
                0.5,
                3,
                TALK,
                new BondEvolvedV1.View(BondStatus.FRIENDS, BondStatus.ACQUAINTANCES, 0.3, 0.1, "became_friends"),
                new BondEvolvedV1.View(BondStatus.FRIENDS, BondStatus.ACQUAINTANCES, 0.6, 0.1, "became_friends"));
    }

    public ConversationMessageV1 says(String content) {
        return saysIn(TALK, content);
    }

    public ConversationMessageV1 hears(String content) {
        return turn("line-of-the-partner", TALK, MILO, content, Map.of());
    }

    public ConversationMessageV1 saysIn(ConversationId conversation, String content) {
        Map<String, ?> feelings = Map.of("mood", 0.2, "emotions", Json.mapper().<JsonNode>valueToTree(JOYFUL));
        return turn("line-of-the-avatar", conversation, beings.avatar(), content, feelings);
    }

    public ConversationEndedV1 ended(EndReason reason, ConversationOutcome outcome) {
        return ended(TALK, reason, outcome);
    }

    public ConversationEndedV1 ended(ConversationId conversation, EndReason reason, ConversationOutcome outcome) {
        return new ConversationEndedV1(
                beings.avatar(), beings.owner(), MILO, "Milo", conversation, true, true, reason, outcome, FIVE);
    }

    public ThoughtHadV1 thinks(String content) {
        return new ThoughtHadV1(beings.avatar(), beings.owner(), "happy", content, 42, FIVE);
    }

    public GreetingSaidV1 greets(String content) {
        MessageId id = new MessageId(UUID.randomUUID());
        return new GreetingSaidV1(
                beings.avatar(),
                beings.owner(),
                new ConversationId(new UUID(7, 7)),
                id,
                content,
                0.5,
                JOYFUL,
                "warm",
                FIVE);
    }

    public MemoryFormedV1 remembers(String content, double importance) {
        MessageId id = new MessageId(UUID.randomUUID());
        return new MemoryFormedV1(
                beings.avatar(), beings.owner(), id, "interaction", content, importance, List.of(), FIVE);
    }

    public static StateView state(String activity, boolean asleep) {
        return new StateView(
                new Needs(50, 50, 50, 50),
                50,
                50,
                50,
                50,
                0.5,
                0.1,
                "calm",
                JOYFUL,
                "joy",
                activity,
                "none",
                null,
                null,
                asleep,
                FIVE);
    }

    /** A turn as the real life service tells of it; {@code feelings} are told of the owner's own avatar alone. */
    private ConversationMessageV1 turn(
            String file, ConversationId conversation, AvatarId speaker, String content, Map<String, ?> feelings) {
        Map<String, Object> values = new HashMap<>(feelings);
        values.put("avatar_id", beings.avatar().toString());
        values.put("owner_id", beings.owner().toString());
        values.put("conversation_id", conversation.toString());
        values.put("message_id", UUID.randomUUID().toString());
        values.put("content", content);
        values.put("speaker_id", speaker.toString());
        values.put("other_id", MILO.toString());
        values.put("other_name", "Milo");
        values.put("act", DialogueAct.ASK.label());
        return Json.mapper().convertValue(GoldenPayloads.again(file, values), ConversationMessageV1.class);
    }
}
