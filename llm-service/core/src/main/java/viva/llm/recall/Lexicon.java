package viva.llm.recall;

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
 * What recalling needs to know of a language, read from {@code viva/llm/recall/<language>.json}. Words are folded: lower case, no accents, no
 * apostrophes. Patterns are regular expressions over folded words with single spaces between them.
 *
 * @param spoken written out, what is run together: {@code im} is {@code i am}
 * @param openers words before a statement that are no part of it
 * @param interjections words that are no part of it when a sign follows
 * @param stop words that carry nothing, and those that only say that something was told
 * @param self words of the first person
 * @param mine words that say that what follows is the owner's own
 * @param ofs words between a thing and its owner, as in {@code a banda do meu irmão}
 * @param adjectives words between {@code my} and its noun
 * @param same words for one thing; the first stands for all
 * @param kinds by the word for a kind, what is of that kind
 * @param wants by the kind of answer, patterns of questions for it
 * @param asking words that begin a question that has no question mark
 * @param leading words that may stand before those
 * @param blocked patterns of questions that ask for no fact about the owner
 * @param asked by topic, patterns of questions for it; what they match is used up
 * @param told by topic, patterns of statements about it
 * @param suffixes endings that are cut off a word, the longest first
 * @param called what stands before a name
 * @param names words that are part of a name, or join two
 * @param notNames words in capitals that are no names
 * @param places prepositions before a place
 * @param breaks words that end a place
 * @param times words of time
 * @param timeLinks words that belong to a time when they stand beside one
 * @param numbers words for numbers
 * @param colours words for colours
 */
record Lexicon(
        Map<String, String> spoken,
        Set<String> openers,
        Set<String> interjections,
        Set<String> stop,
        Set<String> self,
        Set<String> mine,
        Set<String> ofs,
        Set<String> adjectives,
        List<List<String>> same,
        Map<String, List<String>> kinds,
        Map<String, List<String>> wants,
        Set<String> asking,
        Set<String> leading,
        List<String> blocked,
        Map<String, List<String>> asked,
        Map<String, List<String>> told,
        List<String> suffixes,
        List<String> called,
        Set<String> names,
        @JsonProperty("not_names") Set<String> notNames,
        Set<String> places,
        Set<String> breaks,
        Set<String> times,
        @JsonProperty("time_links") Set<String> timeLinks,
        Set<String> numbers,
        Set<String> colours) {
    static Lexicon load(Language language) {
        String name = "/viva/llm/recall/" + language.tag() + ".json";
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
