package viva.life.appraisal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of one language that carry a tone, and the small ones that tell the language, turn a tone round or strengthen it. */
final class Lexicon {
    /** The longest phrase that is looked up, in words. */
    static final int PHRASE = 4;

    private final Map<String, Set<Tone>> tones = new HashMap<>();
    private final Map<String, Set<String>> small = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();

    private Lexicon() {}

    static Lexicon of(String language) {
        Lexicon lexicon = new Lexicon();
        lexicon.load("lexicon_any.txt");
        lexicon.load("lexicon_" + language + ".txt");
        return lexicon;
    }

    Set<Tone> tones(String phrase) {
        return tones.getOrDefault(phrase, Set.of());
    }

    boolean negates(String word) {
        return is("negation", word);
    }

    boolean strengthens(String word) {
        return is("intensifier", word);
    }

    boolean addresses(String word) {
        return is("you", word);
    }

    /** How many of the words are of this language. */
    long familiar(List<String> words) {
        return words.stream().filter(vocabulary::contains).count();
    }

    private boolean is(String kind, String word) {
        return small.getOrDefault(kind, Set.of()).contains(word);
    }

    private void load(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String kind = line.substring(0, colon);
        for (String phrase : line.substring(colon + 1).split(",", -1)) {
            List<String> words = Words.of(phrase);
            String plain = String.join(" ", words);
            vocabulary.addAll(words);
            switch (kind) {
                case "function", "you", "negation", "intensifier" ->
                    small.computeIfAbsent(kind, key -> new HashSet<>()).add(plain);
                default ->
                    tones.computeIfAbsent(plain, key -> EnumSet.noneOf(Tone.class))
                            .add(Tone.valueOf(kind.toUpperCase(Locale.ROOT)));
            }
        }
    }
}
