package viva.avatar.memory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What sort of thing an avatar remembers. */
public enum MemoryKind {
    INTERACTION,
    EXPERIENCE,
    REFLECTION,
    DREAM,
    MILESTONE,
    EMOTIONAL_PEAK;

    /** The kind with this label; empty when there is none, also for null. */
    public static Optional<MemoryKind> of(String label) {
        return Stream.of(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }

    /** The name as it stands in JSON: lower snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
