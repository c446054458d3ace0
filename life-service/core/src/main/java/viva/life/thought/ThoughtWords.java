package viva.life.thought;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of thoughts, in the languages that avatars speak. */
public final class ThoughtWords {
    private static final String FALLBACK = "en";

    /** How many plain ways to say a thought each language has. */
    private static final int WAYS = 3;

    private static final Map<String, Properties> LANGUAGES = Stream.of(FALLBACK, "de", "es", "pt")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), ThoughtWords::load));

    private ThoughtWords() {}

    /** The words for a thought in the language of a BCP 47 tag; English for any other language. */
    public static String of(Thought thought, String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        return LANGUAGES.getOrDefault(language, LANGUAGES.get(FALLBACK)).getProperty(key(thought));
    }

    private static String key(Thought thought) {
        return thought.topic().label() + "." + thought.variant() % WAYS;
    }

    private static Properties load(String language) {
        String name = "thoughts_" + language + ".properties";
        try (InputStream in = ThoughtWords.class.getResourceAsStream(name)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
