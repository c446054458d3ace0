package viva.llm.phrasebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import viva.contracts.Json;

/**
 * What can be said in one language: lists of {@link Template}s by key, read from the JSON files in
 * {@code viva/llm/phrasebook/<language>}. Nested objects make dotted keys; {@code key/style} holds the lines that only speakers
 * of that style use beside those of {@code key}.
 */
public final class Phrasebook {
    private static final List<String> FILES =
            List.of("facts", "answers", "talk", "turns", "thoughts", "greetings", "recounts", "pairs", "replies");
    /** Keys of single words, such as those of interests. */
    private static final String WORDS = "word.";

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}-]+");

    private final Map<String, List<Template>> lines = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();

    private Phrasebook() {}

    /** Reads the phrasebook of a language; a file that is missing or malformed is a defect of the build and throws. */
    public static Phrasebook load(Language language) {
        Phrasebook phrasebook = new Phrasebook();
        for (String file : FILES) {
            String name = "/viva/llm/phrasebook/" + language.tag() + "/" + file + ".json";
            try (InputStream in = Phrasebook.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("missing resource " + name);
                }
                phrasebook.collect("", Json.mapper().readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
        return phrasebook;
    }

    /** The lines of a key; none when the language has no such key. */
    public List<Template> lines(String key) {
        return lines.getOrDefault(key, List.of());
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(lines.keySet());
    }

    /** Whether a word, in lower case, occurs in any line: then it says little about what somebody talks of. */
    public boolean uses(String word) {
        return vocabulary.contains(word);
    }

    private void collect(String key, JsonNode node) {
        if (node.isObject()) {
            String prefix = key.isEmpty() ? "" : key + ".";
            node.properties().forEach(entry -> collect(prefix + entry.getKey(), entry.getValue()));
            return;
        }
        List<Template> templates = new ArrayList<>();
        for (JsonNode line : node) {
            templates.add(Template.parse(line.asText()));
            if (!key.startsWith(WORDS)) {
                vocabulary.addAll(List.of(NO_LETTERS.split(line.asText().toLowerCase(Locale.ROOT))));
            }
        }
        if (lines.put(key, List.copyOf(templates)) != null) {
            throw new IllegalStateException("two lists of lines for " + key);
        }
    }
}
