package viva.life.voice;

import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationOutcome;
import viva.contracts.message.SpeakV1;
import viva.life.thought.Thought;

/** Words that are found in this process: at once, the same for the same id, and without a model. */
public interface Phrasing {
    /** Who found the words, as it stands beside them. */
    String OFFLINE = "offline";

    /**
     * What is said.
     *
     * @param tone of the words, in lower snake case
     * @param memories ids of those memories of the request that the words use
     */
    record Wording(String content, String tone, List<UUID> memories) {
        public Wording {
            memories = List.copyOf(memories);
        }

        /** Words that use no memory. */
        public Wording(String content, String tone) {
            this(content, tone, List.of());
        }
    }

    /** What a memory is of. */
    enum MemoryKind {
        INTERACTION,
        EXPERIENCE,
        REFLECTION
    }

    Wording speak(SpeakV1 request);

    /** A thought of an avatar: the same thought of the same avatar has the same words whenever it is read. */
    String thought(AvatarId avatar, AvatarProfile profile, Thought thought);

    /**
     * A memory in the avatar's own words.
     *
     * @param partner of an interaction, or null
     * @param outcome of an interaction, or null
     * @param topic or null
     * @param id the same id has the same words
     */
    String recount(
            AvatarProfile self, MemoryKind kind, String partner, ConversationOutcome outcome, String topic, UUID id);
}
