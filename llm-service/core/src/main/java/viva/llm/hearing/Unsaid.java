package viva.llm.hearing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that are never said again. Entries that end in {@code *} stand for all words that begin like them. */
final class Unsaid {
    private final Set<String> words = new HashSet<>();
    private final List<String> beginnings;

    Unsaid(List<String> entries) {
        entries.stream().filter(entry -> !entry.endsWith("*")).forEach(words::add);
        beginnings = entries.stream()
                .filter(entry -> entry.endsWith("*"))
                .map(entry -> entry.substring(0, entry.length() - 1))
                .toList();
    }

    boolean isIn(String folded) {
        return words.contains(folded) || beginnings.stream().anyMatch(folded::startsWith);
    }
}
