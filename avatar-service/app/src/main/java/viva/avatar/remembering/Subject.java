package viva.avatar.remembering;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import viva.avatar.language.Stems;
import viva.avatar.memory.Memory;

/**
 * What an owner wants forgotten. A memory speaks of it that has one of the names in the owner's words or, where they name nobody, the last of their words of
 * content: of {@code my new job} that is {@code job}.
 *
 * @param words that decide
 */
record Subject(List<String> words) {
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Subject of(String about) {
        List<String> content = NO_WORDS.splitAsStream(about)
                .filter(word -> !word.isEmpty() && Stems.of(word).toIntegers().length > 0)
                .toList();
        List<String> names = content.stream()
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .toList();
        return new Subject(names.isEmpty() ? content.subList(Math.max(0, content.size() - 1), content.size()) : names);
    }

    boolean isIn(Memory memory) {
        String text = memory.gist() == null ? memory.content() : memory.content() + " " + memory.gist();
        return words.stream().anyMatch(word -> isIn(word, text));
    }

    /** Word and text together, so that the word's stem is one of the text's language. */
    private static boolean isIn(String word, String text) {
        Integer[] stems = Stems.of(text + " " + word).toIntegers();
        return Arrays.stream(stems).filter(stems[stems.length - 1]::equals).count() > 1;
    }
}
