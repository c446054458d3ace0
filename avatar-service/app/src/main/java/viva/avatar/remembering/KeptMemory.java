package viva.avatar.remembering;

import java.time.Instant;
import java.util.UUID;
import viva.avatar.memory.Memory;
import viva.avatar.memory.NormalText;

/**
 * A memory as it is kept.
 *
 * @param createdAt the real time from which on it is kept
 * @param standing what became of it since
 */
public record KeptMemory(UUID id, Memory memory, Instant createdAt, Standing standing) {
    /**
     * What became of a memory.
     *
     * @param recalls how often an event used it
     * @param supersededBy the fact that took its place, or null
     * @param fadedAt since when nothing but its gist is left; null for most
     */
    public record Standing(boolean pinned, int recalls, UUID supersededBy, Instant fadedAt) {
        static final Standing NEW = new Standing(false, 0, null, null);
    }

    /** Whose line it is, in normal form; null when it is nobody's. */
    public String speaker() {
        String name = NormalText.speaker(memory.content());
        return name == null ? null : NormalText.of(name);
    }
}
