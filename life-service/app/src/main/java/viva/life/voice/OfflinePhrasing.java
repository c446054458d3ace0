package viva.life.voice;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationOutcome;
import viva.contracts.DerivedId;
import viva.contracts.Emotions;
import viva.contracts.MessageId;
import viva.contracts.Needs;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;
import viva.life.thought.Thought;
import viva.llm.voice.OfflineVoice;
import viva.llm.voice.Recounting;
import viva.llm.voice.Words;

/** Words that are found in this process: at once, the same for the same id, and without a model. Reading its phrasebooks takes a while: there is one. */
@Singleton
public class OfflinePhrasing implements Phrasing {
    /** Nobody in particular at noon: what a thought sounds like is not to change with how its thinker feels later. */
    private static final StateView EVEN = new StateView(
            new Needs(60, 60, 60, 60),
            60,
            60,
            60,
            60,
            .6,
            0,
            "calm",
            new Emotions(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            "joy",
            "idle",
            "none",
            null,
            null,
            false,
            WorldTime.parse("2030-01-01T12:00:00Z"));

    private final OfflineVoice voice = new OfflineVoice();
    private final Recounting recounting = new Recounting();

    @Override
    public Wording speak(SpeakV1 request) {
        Words words = voice.speak(request);
        return new Wording(words.content(), words.tone(), words.memories());
    }

    @Override
    public String thought(AvatarId avatar, AvatarProfile profile, Thought thought) {
        UUID id = DerivedId.of(avatar.value(), thought.key());
        MessageId message = new MessageId(id);
        SpeakV1.Frame frame = new SpeakV1.Frame(avatar, null, message, message, profile, EVEN, Instant.EPOCH);
        return voice.speak(
                        SpeakV1.thought(frame, List.of(), null, thought.topic().label()))
                .content();
    }

    @Override
    public String recount(
            AvatarProfile self, MemoryKind kind, String partner, ConversationOutcome outcome, String topic, UUID id) {
        Recounting.Kind told = switch (kind) {
            case INTERACTION -> Recounting.Kind.INTERACTION;
            case EXPERIENCE -> Recounting.Kind.EXPERIENCE;
            case REFLECTION -> Recounting.Kind.REFLECTION;
        };
        return recounting.recount(self, told, partner, outcome, topic, id);
    }
}
