package viva.llm.voice;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An answer with the reasons for its parts.
 *
 * @param memories ids of the memories that its parts use
 */
record Draft(List<Part> parts, Tone tone, List<UUID> memories) {
    /** One sentence or two, and the key of the phrasebook they came from. */
    record Part(String key, String text) {}

    Draft {
        parts = List.copyOf(parts);
        memories = List.copyOf(memories);
    }

    /** An answer that uses no memory. */
    Draft(List<Part> parts, Tone tone) {
        this(parts, tone, List.of());
    }

    /** The same answer with the memories of the request that its parts use. */
    Draft from(Reminders reminders) {
        return new Draft(
                parts, tone, reminders.usedBy(parts.stream().map(Part::key).toList()));
    }

    String content() {
        return parts.stream().map(Part::text).collect(Collectors.joining(" "));
    }
}
