package viva.llm.phrasebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import viva.contracts.Json;

/**
 * What can be said in one language: lists of {@link Template}s by key, read from the JSON files in
 * {@code viva/llm/phrasebook/<language>}. Nested objects make dotted keys; {@code key/style} holds the lines that only speakers
 * of that style use beside those of {@code key}.
 */
public final class Phrasebook {
    private static final List<String> FILES = List.of("facts", "answers", "talk");
    private final Map<String, List<Template>> lines;

    private Phrasebook(Map<String, List<Template>> lines) {
        this.lines = lines;
    }

    /** Reads the phrasebook of a language; a file that is missing or malformed is a defect of the build and throws. */
    public static Phrasebook load(Language language) {
        Map<String, List<Template>> lines = new HashMap<>();
        for (String file : FILES) {
            String name = "/viva/llm/phrasebook/" + language.tag() + "/" + file + ".json";
            try (InputStream in = Phrasebook.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("missing resource " + name);
                }
                collect("", Json.mapper().readTree(in), lines);
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
        return new Phrasebook(Map.copyOf(lines));
    }

    /** The lines of a key; none when the language has no such key. */
    public List<Template> lines(String key) {
        return lines.getOrDefault(key, List.of());
    }

    public Set<String> keys() {
        return lines.keySet();
    }

    private static void collect(String key, JsonNode node, Map<String, List<Template>> lines) {
        if (node.isObject()) {
            String prefix = key.isEmpty() ? "" : key + ".";
            node.properties().forEach(entry -> collect(prefix + entry.getKey(), entry.getValue(), lines));
            return;
        }
        List<Template> templates = new ArrayList<>();
        node.forEach(line -> templates.add(Template.parse(line.asText())));
        if (lines.put(key, List.copyOf(templates)) != null) {
            throw new IllegalStateException("two lists of lines for " + key);
        }
    }
}
