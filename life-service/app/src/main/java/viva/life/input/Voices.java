package viva.life.input;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationOutcome;
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
import viva.platform.messaging.MessageFactory;

/** Words that are found in this process: at once, the same for the same id, and without a model. Reading its phrasebooks takes a while: there is one. */
@Singleton
public class Voices {
    /** Who found the words, as it stands beside them. */
    public static final String OFFLINE = "offline";

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

    public Words speak(SpeakV1 request) {
        return voice.speak(request);
    }

    /** A thought of an avatar: the same thought of the same avatar has the same words, whenever it is looked at. */
    public String thought(AvatarId avatar, AvatarProfile profile, Thought thought) {
        UUID id = MessageFactory.derivedId(avatar.value(), thought.key());
        SpeakV1 request = new SpeakV1(
                avatar,
                null,
                new MessageId(id),
                new MessageId(id),
                profile,
                EVEN,
                List.of(),
                "",
                Instant.EPOCH,
                SpeakV1.Occasion.THOUGHT,
                null,
                null,
                thought.topic().label(),
                List.of());
        return voice.speak(request).content();
    }

    /** A memory in the avatar's own words; the same id remembers the same. {@code partner} and {@code outcome} may be null. */
    String recount(
            AvatarProfile self,
            Recounting.Kind kind,
            String partner,
            ConversationOutcome outcome,
            String topic,
            UUID id) {
        return recounting.recount(self, kind, partner, outcome, topic, id);
    }
}
