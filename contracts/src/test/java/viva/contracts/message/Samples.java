package viva.contracts.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.AttachmentStyle;
import viva.contracts.Audience;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.BondStatus;
import viva.contracts.CarriedMind;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.DepartureReason;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.EndReason;
import viva.contracts.FactSlot;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Mention;
import viva.contracts.MessageId;
import viva.contracts.Needs;
import viva.contracts.Personality;
import viva.contracts.Reading;
import viva.contracts.StateView;
import viva.contracts.TalkTopic;
import viva.contracts.UnitInterval;
import viva.contracts.VoiceKind;
import viva.contracts.WorldTime;

/** One message of every kind, as the golden files hold them. */
final class Samples {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static final AccountId OWNER = AccountId.of("0198c0de-0000-7000-8000-00000000000a");
    private static final ConversationId TALK = ConversationId.of("0198c0de-0000-7000-8000-0000000000c0");
    private static final MessageId QUESTION = MessageId.of("0198c0de-0000-7000-8000-0000000000d0");
    private static final MessageId ANSWER = MessageId.of("0198c0de-0000-7000-8000-0000000000d1");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final WorldTime WORLD_NOW = WorldTime.parse("2030-01-01T17:00:00Z");
    private static final Emotions EMOTIONS = new Emotions(0.5, 0.1, 0, 0, 0.2, 0, 0.4, 0.1, 0.6, 0.3);
    private static final Personality PERSONALITY = new Personality(
            new UnitInterval(0.85),
            new UnitInterval(0.6),
            new UnitInterval(0.4),
            new UnitInterval(0.75),
            new UnitInterval(0.3),
            HumorStyle.WITTY,
            LoveLanguage.WORDS,
            AttachmentStyle.SECURE,
            List.of("astronomy", "philosophy", "music"),
            List.of("authenticity", "growth", "connection"));
    private static final AvatarProfile PROFILE =
            new AvatarProfile("Luna", "A curious soul", "female", 27, "en", PERSONALITY);
    private static final AvatarProfile WRITTEN = new AvatarProfile(
            "Luna", "A curious soul", "female", 27, "en", PERSONALITY, false, "Luna maps the sky over her roof.");
    private static final CarriedMind MIND =
            new CarriedMind(60, 55, 70, 0.3, false, 15.6, new TreeMap<>(Map.of("joy", 0.25)), 0.33, 0.5, "curious");
    private static final StateView STATE = new StateView(
            new Needs(80, 60, 55, 70),
            80,
            60,
            55,
            70,
            0.7,
            0.33,
            "content",
            EMOTIONS,
            "curiosity",
            "idle",
            "none",
            null,
            null,
            false,
            WORLD_NOW);

    private static final SpeakV1.Context CONTEXT = new SpeakV1.Context(
            OWNER,
            false,
            false,
            "pt-BR",
            "BR",
            false,
            new Reading("rules-1", Map.of("question", 0.5), Map.of("asks_feelings", 0.9), 0, DialogueAct.ASK),
            new SpeakV1.Cue(DialogueAct.ASK, "feelings"),
            List.of(17, -4),
            List.of(new SpeakV1.Memory(QUESTION.value(), "My owner has a dog called Bruno.", WORLD_NOW)),
            new SpeakV1.Forgetting("my dog", SpeakV1.Forgetting.Stage.ASKED));
    private static final Mention SOMEBODY = new Mention(SOL, "Sol");
    private static final ConversationOutcome OUTCOME =
            new ConversationOutcome(8, 0.4, 0.6, 0.7, 0.65, 0, 0.1, 0.3, 0.7, DialogueAct.JOKE, 3, null);

    private Samples() {}

    static List<Message> all() {
        return List.of(
                new AvatarCreatedV1(LUNA, OWNER, 1, WRITTEN, MIND),
                new AvatarUpdatedV1(LUNA, OWNER, 2, PROFILE),
                new AvatarDeactivatedV1(LUNA, 3),
                new AvatarDeletedV1(LUNA, 4, 1),
                new ErasureDoneV1(LUNA, "life", 1),
                new LeftBehindV1(LUNA, SOL),
                ConversationMessageV1.withOwner(
                        LUNA,
                        OWNER,
                        TALK,
                        ANSWER,
                        QUESTION,
                        Author.AVATAR,
                        "Hello!",
                        0.33,
                        EMOTIONS,
                        "warm",
                        DialogueAct.GREET,
                        VoiceKind.OFFLINE,
                        List.of(SOMEBODY)),
                new BondFormedV1(LUNA, SOL, BondStatus.ACQUAINTANCES),
                new BondChangedV1(LUNA, SOL, BondStatus.FRIENDS, BondStatus.ACQUAINTANCES, 0.4, 0.6, 0.5, 0.2, 7, TALK),
                new MilestoneReachedV1(LUNA, SOL, "became_friends"),
                new BondEvolvedV1(
                        LUNA,
                        SOL,
                        false,
                        0.4,
                        0.6,
                        7,
                        TALK,
                        new BondEvolvedV1.View(
                                BondStatus.FRIENDS, BondStatus.ACQUAINTANCES, 0.5, 0.2, "became_friends"),
                        new BondEvolvedV1.View(BondStatus.CRUSH, BondStatus.ACQUAINTANCES, 0.6, 0.7, null)),
                new MatchFoundV1(LUNA, SOL, "Sol", 0.81),
                new MatchMutualV1(LUNA, SOL, "Sol"),
                new MatchLostV1(LUNA, SOL, DepartureReason.RESTING),
                new BlockChangedV1(LUNA, SOL, true, true),
                new BondEndedV1(LUNA, SOL, BondStatus.PARTNERS, DepartureReason.GONE, 8),
                new LlmUsageV1(LUNA, OWNER, "answer", "nvidia/nemotron-3-super-120b-a12b", 812, 64, false, 1_190, NOW),
                new WorldClockV1(WorldClockV1.WORLD, WORLD_NOW, NOW, 10, true, 1),
                new LifecycleV1(LUNA, OWNER, LifecycleV1.Wish.LIVES, 1, WRITTEN, 0, MIND),
                new OwnerMessageV1(LUNA, OWNER, QUESTION, "How are you?", NOW, "pt-BR", "BR"),
                SpeakV1.answer(
                                new SpeakV1.Frame(LUNA, TALK, QUESTION, ANSWER, PROFILE, STATE, NOW.plusSeconds(5)),
                                List.of(new SpeakV1.Line(Author.OWNER, "Hi, how is Sol?", List.of(SOMEBODY))),
                                "How are you?")
                        .telling(List.of(new SpeakV1.News("talked", "Sol", 2, SOL)))
                        .in(CONTEXT),
                new OwnerCameV1(LUNA, OWNER, NOW, NOW.minusSeconds(86_400), "Europe/Vienna", "de-AT", "AT"),
                new StartConversationV1(LUNA, OWNER, TALK, SOL, NOW),
                new EndConversationV1(LUNA, OWNER, TALK, NOW),
                new TriggerThoughtV1(LUNA, OWNER, QUESTION, NOW),
                new EraseConcernV1(LUNA, OWNER, QUESTION, NOW),
                new InvitationV1(SOL, LUNA, OWNER, "Luna", TALK, true, false, WORLD_NOW, WORLD_NOW),
                new InvitationAnswerV1(LUNA, SOL, TALK, null, false, OWNER, PROFILE, "AQID", false, WORLD_NOW),
                new ConversationBegunV1(
                        SOL,
                        LUNA,
                        TALK,
                        List.of(DialogueAct.GREET, DialogueAct.SHARE_MEMORY, DialogueAct.GOODBYE),
                        0.7,
                        0.25,
                        WORLD_NOW,
                        List.of(TalkTopic.NOTHING, TalkTopic.MEMORY, TalkTopic.NOTHING)),
                new ConversationCutV1(SOL, LUNA, TALK, EndReason.PARTNER_GONE, WORLD_NOW),
                new TieV1(LUNA, SOL, BondStatus.FRIENDS, 0.4, 0.6, 0.5, 0.2, 7, WORLD_NOW, BondStatus.ACQUAINTANCES),
                new ProspectV1(LUNA, SOL, 0.81, WORLD_NOW),
                new DepartureV1(LUNA, SOL, DepartureReason.GONE, WORLD_NOW),
                new BlockV1(LUNA, SOL, true, true, WORLD_NOW),
                new ForgetV1(LUNA, SOL),
                new RememberV1(
                        LUNA,
                        ANSWER,
                        "interaction",
                        "We laughed a lot.",
                        0.4,
                        List.of(SOL),
                        WORLD_NOW,
                        "A talk full of laughter",
                        Audience.PAIR,
                        true,
                        EMOTIONS,
                        new FactSlot("pets:dog", "Bruno"),
                        List.of(QUESTION),
                        NOW,
                        null),
                new RecalledV1(LUNA, ANSWER, List.of(QUESTION), WORLD_NOW),
                new ForgetAboutV1(LUNA, QUESTION, "my dog", NOW),
                new ConversationStartedV1(LUNA, OWNER, SOL, "Sol", TALK, true, WORLD_NOW),
                new ConversationEndedV1(
                        LUNA, OWNER, SOL, "Sol", TALK, true, true, EndReason.GOODBYE, OUTCOME, WORLD_NOW),
                new ThoughtHadV1(LUNA, OWNER, "happy", "Today is a good day.", 42, WORLD_NOW),
                new GreetingSaidV1(
                        LUNA,
                        OWNER,
                        TALK,
                        ANSWER,
                        "There you are!",
                        0.33,
                        EMOTIONS,
                        "warm",
                        WORLD_NOW,
                        VoiceKind.MODEL,
                        List.of(SOMEBODY)),
                new MemoryFormedV1(
                        LUNA,
                        OWNER,
                        ANSWER,
                        "interaction",
                        "We laughed a lot.",
                        0.4,
                        List.of(SOL),
                        WORLD_NOW,
                        "A talk full of laughter",
                        Audience.PAIR,
                        true,
                        null),
                new MemoryFadedV1(LUNA, OWNER, ANSWER, "milestone", true),
                new WordsV1(
                        LUNA,
                        TALK,
                        QUESTION,
                        ANSWER,
                        "Curious, as ever.",
                        "warm",
                        "offline",
                        List.of(QUESTION.value())),
                new AnswerBegunV1(LUNA, QUESTION, ANSWER, NOW.plusSeconds(30)),
                new AnswerDeltaV1(LUNA, QUESTION, 1, " As ever."),
                new TypingV1(LUNA),
                new StateChangedV1(LUNA, STATE),
                new WatchedV1(LUNA),
                new TimelineGrewV1(LUNA, 12),
                new AvatarErasedV1(LUNA));
    }

    static CloudEvent<Message> enveloped(Message message) {
        UUID id = UUID.fromString("0198c0de-0000-7000-8000-0000000000e0");
        return CloudEvent.first(
                id, "/viva/test", NOW, WORLD_NOW, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", message);
    }
}
