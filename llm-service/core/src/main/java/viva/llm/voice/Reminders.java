package viva.llm.voice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the memories of a request give to an answer.
 *
 * @param answering the memories that hold what the owner asks for
 * @param fitting something that the owner told once and that goes with what they say now
 */
record Reminders(List<UUID> answering, Optional<Fitting> fitting) {
    /** The key of lines that bring a memory up. */
    static final String KEY = "recall.reminds";

    static final Reminders NONE = new Reminders(List.of(), Optional.empty());

    private static final Set<String> ANSWERS = Set.of(
            "recall.value", "recall.quote", "recall.literal", "recall.anything", "own_name.known", "asleep.recall");

    /** A statement of the owner, turned to the owner, without an end mark. */
    record Fitting(UUID memory, String said) {}

    Reminders {
        answering = List.copyOf(answering);
    }

    /** The memories behind lines with these keys. */
    List<UUID> usedBy(List<String> keys) {
        Set<UUID> used = new LinkedHashSet<>();
        if (keys.stream().anyMatch(ANSWERS::contains)) {
            used.addAll(answering);
        }
        if (keys.contains(KEY)) {
            fitting.ifPresent(memory -> used.add(memory.memory()));
        }
        return List.copyOf(used);
    }
}
