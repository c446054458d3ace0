package viva.llm.understanding;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import viva.contracts.Json;

/**
 * Kinds of words in four languages, such as family or illness: what a sentence about a grandmother taught holds for an uncle too.
 * Read from {@code word-classes.json}; the words are folded.
 */
final class WordClasses {
    static final String RESOURCE = "/viva/llm/understanding/word-classes.json";

    private final Map<String, List<String>> byWord = new HashMap<>();

    private WordClasses(Map<String, String> classes) {
        classes.forEach((name, words) -> {
            for (String word : words.split(" ", -1)) {
                List<String> names = byWord.computeIfAbsent(NormalText.folded(word), _ -> new ArrayList<>(1));
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        });
    }

    static WordClasses load() {
        try (InputStream in = WordClasses.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            return new WordClasses(Json.mapper().readValue(in, new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** The classes of a folded word, the first the most telling; none for most words. */
    List<String> of(String word) {
        return byWord.getOrDefault(word, List.of());
    }
}
