package viva.llm.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import viva.llm.phrasebook.Language;

/**
 * Words of a language that mean alike, in classes such as verbs of ending: what a sentence with one of them taught a {@link SafetyModel} holds
 * for the others. A line of the resource is {@code name: word word …}; a word stands in one class.
 */
final class Lexicon {
    private static final Set<Language> WRITTEN = Set.of(Language.ENGLISH, Language.PORTUGUESE);
    private static final Map<Language, Lexicon> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Lexicon(WRITTEN.contains(language) ? read(language) : Map.of()));
        }
    }

    private final Map<String, String> classes;

    private Lexicon(Map<String, String> classes) {
        this.classes = Map.copyOf(classes);
    }

    /** That of a language; one without any word where there is none. */
    static Lexicon of(Language language) {
        return ALL.get(language);
    }

    /** The class of each word; a resource that is missing or malformed is a defect of the build and throws. */
    private static Map<String, String> read(Language language) {
        String name = "/viva/llm/safety/lexicon-%s.txt".formatted(language.tag());
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            Map<String, String> classes = new HashMap<>();
            for (String line : Lines.of(in)) {
                String[] sides = line.split(":\\s*", 2);
                for (String word : sides[1].split("\\s+", -1)) {
                    SafeTokens.of(word).forEach(token -> classes.putIfAbsent(token, sides[0]));
                }
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The class of a folded word, or the word itself when it is in none. */
    String classOf(String word) {
        return classes.getOrDefault(word, word);
    }

    /** How many of the words it has. */
    long known(List<String> words) {
        return words.stream().filter(classes::containsKey).count();
    }

    boolean knows(String word) {
        return classes.containsKey(word);
    }

    /** All its words. */
    Set<String> words() {
        return classes.keySet();
    }
}
