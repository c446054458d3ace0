package viva.society.world;

import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationOutcome;
import viva.contracts.message.SpeakV1;
import viva.life.thought.Thought;
import viva.life.voice.Phrasing;

/** No words: nobody reads the memories and thoughts of a simulated world, and its owners never speak. */
final class NoPhrasing implements Phrasing {
    private static final Wording SILENCE = new Wording("", "neutral");

    @Override
    public Wording speak(SpeakV1 request) {
        return SILENCE;
    }

    @Override
    public String thought(AvatarId avatar, AvatarProfile profile, Thought thought) {
        return "";
    }

    @Override
    public String recount(
            AvatarProfile self, MemoryKind kind, String partner, ConversationOutcome outcome, String topic, UUID id) {
        return "";
    }
}
