package viva.llm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

/** Requests for tests. */
public final class Samples {
    public static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");

    public static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");

    private Samples() {}

    /** Luna, wide awake, is asked something. */
    public static SpeakV1 asked(String said, Instant deadline) {
        SpeakV1.Frame frame = new SpeakV1.Frame(
                LUNA,
                new ConversationId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                new AvatarProfile("Luna", "", null, 30, "en", personality()),
                state(),
                deadline);
        return SpeakV1.answer(frame, List.of(), said);
    }

    /** Luna, wide awake, is to speak on an occasion. The conversation may be null. */
    public static SpeakV1 speaking(
            SpeakV1.Occasion occasion,
            ConversationId conversation,
            DialogueAct act,
            SpeakV1.Partner partner,
            String topic,
            List<SpeakV1.News> news,
            String said) {
        return new SpeakV1(
                LUNA,
                conversation,
                new MessageId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                new AvatarProfile("Luna", "", null, 30, "en", personality()),
                state(),
                List.of(),
                said,
                Instant.now().plusSeconds(30),
                occasion,
                act,
                partner,
                topic,
                news,
                SpeakV1.Context.NONE);
    }

    /** Luna's turn in a conversation with Sol, a friend. */
    public static SpeakV1 turn(DialogueAct act, String said) {
        return speaking(
                SpeakV1.Occasion.TURN,
                new ConversationId(UUID.randomUUID()),
                act,
                new SpeakV1.Partner(SOL, "Sol", BondStatus.FRIENDS),
                null,
                List.of(),
                said);
    }

    private static Personality personality() {
        return new Personality(
                new UnitInterval(.85),
                new UnitInterval(.6),
                new UnitInterval(.4),
                new UnitInterval(.75),
                new UnitInterval(.3),
                HumorStyle.WITTY,
                LoveLanguage.TIME,
                AttachmentStyle.SECURE,
                List.of("astronomy", "philosophy", "music"),
                List.of("honesty"));
    }

    private static StateView state() {
        return new StateView(
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
    }
}
