package viva.llm.remembering;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.PlainText;
import viva.llm.recall.MemoryText;

/**
 * Which memories of a request the words of a model use: those of which at least half of the telling words stand in the answer. Telling are words that the
 * owner did not just use. The threshold is ours.
 */
public final class UsedMemories {
    private static final int SHORTEST_WORD = 4;
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private UsedMemories() {}

    /** The ids of the used memories, in the order of the request. */
    public static List<UUID> in(String answer, SpeakV1 request) {
        Set<String> answered = words(answer);
        Set<String> asked = words(request.said());
        return request.memories().stream()
                .filter(memory -> isUsed(memory, answered, asked))
                .map(SpeakV1.Memory::id)
                .toList();
    }

    private static boolean isUsed(SpeakV1.Memory memory, Set<String> answered, Set<String> asked) {
        Set<String> telling = words(MemoryText.said(memory.content()).orElse(memory.content()));
        telling.removeAll(asked);
        long shared = telling.stream().filter(answered::contains).count();
        return shared > 0 && 2 * shared >= telling.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        NO_WORDS.splitAsStream(text)
                .filter(word -> word.length() >= SHORTEST_WORD
                        || (!word.isEmpty() && Character.isUpperCase(word.codePointAt(0))))
                .map(PlainText::folded)
                .filter(word -> word.length() > 1)
                .forEach(words::add);
        return words;
    }
}
