package viva.llm.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a {@link SafetyModel} looks at: words, pairs and triples, pairs with a word left out, the same with kinds and with classes of words in
 * place of words, and the letters of words. Each is a hash; none stands twice.
 */
final class SafetyFeatures {
    private static final int MOST_LETTERS = 5;
    private static final int FEWEST_LETTERS = 3;

    private final Map<String, String> kinds;
    private final Lexicon lexicon;

    /** @param kinds the kind of a word, such as family, by word */
    SafetyFeatures(Map<String, String> kinds, Lexicon lexicon) {
        this.kinds = Map.copyOf(kinds);
        this.lexicon = lexicon;
    }

    int[] of(List<String> tokens) {
        List<String> words = new ArrayList<>(tokens.size() + 2);
        words.add("^");
        words.addAll(tokens);
        words.add("$");
        List<String> general = words.stream()
                .map(word -> kinds.containsKey(word) ? "@" + kinds.get(word) : word)
                .toList();
        int[] hashes = new int[words.size() * 48];
        int count = sequences(words, "w", hashes, 0);
        if (!general.equals(words)) {
            count = sequences(general, "k", hashes, count);
        }
        List<String> classes = words.stream().map(lexicon::classOf).toList();
        if (!classes.equals(words)) {
            count = sequences(classes, "c", hashes, count);
        }
        for (String word : tokens) {
            String bounded = "<" + word + ">";
            for (int n = FEWEST_LETTERS; n <= MOST_LETTERS; n++) {
                for (int at = 0; at + n <= bounded.length() && count < hashes.length; at++) {
                    hashes[count++] = hash("l", bounded.substring(at, at + n), "", "");
                }
            }
        }
        return Arrays.stream(hashes, 0, count).distinct().sorted().toArray();
    }

    private static int sequences(List<String> words, String kind, int[] hashes, int from) {
        int count = from;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            String next = at + 1 < words.size() ? words.get(at + 1) : "";
            String third = at + 2 < words.size() ? words.get(at + 2) : "";
            hashes[count++] = hash(kind, word, "", "");
            hashes[count++] = hash(kind, word, next, "");
            hashes[count++] = hash(kind, word, next, third);
            hashes[count++] = hash(kind, word, "_", third);
            if (at + 3 < words.size()) {
                hashes[count++] = hash(kind, word, "__", words.get(at + 3));
            }
        }
        return count;
    }

    private static int hash(String kind, String one, String two, String three) {
        int hash = kind.hashCode();
        hash = hash * 0x01000193 ^ one.hashCode();
        hash = hash * 0x01000193 ^ two.hashCode() * 31;
        hash = hash * 0x01000193 ^ three.hashCode() * 961;
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        return hash ^ hash >>> 13;
    }
}
