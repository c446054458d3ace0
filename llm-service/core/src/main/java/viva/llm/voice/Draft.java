package viva.llm.voice;

import java.util.List;
import java.util.stream.Collectors;

/** An answer with the reasons for its parts. */
record Draft(List<Part> parts, Tone tone) {
    /** One sentence or two, and the key of the phrasebook they came from. */
    record Part(String key, String text) {}

    Draft {
        parts = List.copyOf(parts);
    }

    String content() {
        return parts.stream().map(Part::text).collect(Collectors.joining(" "));
    }
}
