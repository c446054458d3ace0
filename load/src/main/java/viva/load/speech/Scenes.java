package viva.load.speech;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.MessageId;
import viva.contracts.Needs;
import viva.contracts.Personality;
import viva.contracts.StateView;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;

/** Requests for words, as the life service sends them. */
public final class Scenes {
    /** How an avatar is that is content and awake. */
    public static final StateView STATE = new StateView(
            new Needs(80, 60, 60, 60),
            80,
            60,
            60,
            60,
            .7,
            .3,
            "content",
            new Emotions(.3, 0, 0, 0, 0, 0, .1, 0, .3, .1),
            "joy",
            "idle",
            "none",
            null,
            null,
            false,
            WorldTime.parse("2030-01-01T09:00:00Z"));

    private static final UnitInterval HALF = new UnitInterval(.5);
    private static final AvatarProfile PROFILE = new AvatarProfile(
            "Luna",
            "Counts stars.",
            null,
            30,
            "en",
            new Personality(
                    HALF,
                    HALF,
                    HALF,
                    HALF,
                    HALF,
                    HumorStyle.WITTY,
                    LoveLanguage.TIME,
                    AttachmentStyle.SECURE,
                    List.of("astronomy", "music"),
                    List.of("honesty")));

    private Scenes() {}

    /** An owner asks a question. */
    static SpeakV1 answer(UUID id, AvatarId avatar, AccountId owner, int number, Instant deadline) {
        return SpeakV1.answer(
                        frame(id, avatar, new ConversationId(avatar.value()), deadline),
                        List.of(),
                        "This is question number %d: which of the planets would you visit?".formatted(number))
                .in(context(owner, false));
    }

    /** An avatar is to say its turn in a conversation with another one. */
    static SpeakV1 turn(UUID id, AvatarId avatar, AccountId owner, boolean turningPoint, Instant deadline) {
        return SpeakV1.turn(
                        frame(id, avatar, new ConversationId(UUID.randomUUID()), deadline),
                        List.of(),
                        "I looked at the sky for hours last night.",
                        DialogueAct.AGREE,
                        new SpeakV1.Partner(new AvatarId(new UUID(0, 1)), "Sol", BondStatus.FRIENDS),
                        null)
                .in(context(owner, turningPoint));
    }

    private static SpeakV1.Frame frame(UUID id, AvatarId avatar, ConversationId conversation, Instant deadline) {
        return new SpeakV1.Frame(
                avatar, conversation, new MessageId(UUID.randomUUID()), new MessageId(id), PROFILE, STATE, deadline);
    }

    private static SpeakV1.Context context(AccountId owner, boolean turningPoint) {
        return new SpeakV1.Context(owner, turningPoint, false, "en", null, false, null, null, List.of(), List.of());
    }
}
