package viva.llm.hearing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import viva.contracts.Json;
import viva.llm.phrasebook.Language;

/**
 * The words by which a language is understood, read from {@code viva/llm/hearing/<language>.json}. All words are folded: lower
 * case, no accents, no apostrophes. A word that ends in {@code *} stands for all that begin like it.
 *
 * @param common words that carry no topic, and by which the language is recognised
 * @param questions words that begin a question
 * @param negations words that turn what follows into its opposite
 * @param you words that address the avatar
 * @param introductions what stands before a name that somebody gives
 * @param determiners words before a noun
 * @param possessives what {@code my} becomes when the avatar repeats it
 * @param unsaid words that are never repeated
 * @param phrases by gist, the phrases that show it
 * @param aimed by gist, words that show it only when they are said to the avatar
 */
record Lexicon(
        Set<String> common,
        Set<String> questions,
        Set<String> negations,
        Set<String> you,
        List<String> introductions,
        Set<String> determiners,
        Map<String, String> possessives,
        Set<String> unsaid,
        Map<String, List<String>> phrases,
        @JsonProperty("aimed_at_you") Map<String, List<String>> aimed) {
    static Lexicon load(Language language) {
        String name = "/viva/llm/hearing/" + language.tag() + ".json";
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return Json.mapper().readValue(in, Lexicon.class);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
