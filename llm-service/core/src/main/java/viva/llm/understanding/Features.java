package viva.llm.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as the linear model sees it: hashed words, pairs of words and word classes, and hashed runs of 2 to 5 letters within
 * words (Cavnar and Trenkle 1994). Each group has a length of one whatever the length of the text.
 */
final class Features {
    private static final int SHORTEST_RUN = 2;
    private static final int LONGEST_RUN = 5;
    private static final String BEGIN = "^";
    private static final String END = "$";

    private final int[] words;
    private final int[] letters;

    private Features(int[] words, int[] letters) {
        this.words = words;
        this.letters = letters;
    }

    /** Distinct hashes of words, ascending; not to be changed. */
    int[] words() {
        return words;
    }

    /** Distinct hashes of runs of letters, ascending; not to be changed. */
    int[] letters() {
        return letters;
    }

    /** The value of each feature of a group, so that the group has a length of one. */
    static float value(int[] group) {
        return (float) (1 / StrictMath.sqrt(Math.max(1, group.length)));
    }

    static Features of(NormalText text, WordClasses classes) {
        Hashes words = new Hashes();
        Hashes letters = new Hashes();
        List<String> tokens = new ArrayList<>(text.tokens().size() + 2);
        tokens.add(BEGIN);
        text.tokens().stream().filter(token -> !token.equals(",")).forEach(tokens::add);
        tokens.add(END);
        List<List<String>> kinds =
                tokens.stream().map(token -> kinds(token, classes)).toList();
        for (int i = 0; i < tokens.size(); i++) {
            addWords(tokens, kinds, i, words);
            if (NormalText.isWord(tokens.get(i))) {
                addLetters(tokens.get(i), letters);
            }
        }
        words.add("length", String.valueOf(Math.min(6, (tokens.size() - 2) / 3)));
        return new Features(words.sorted(), letters.sorted());
    }

    private static List<String> kinds(String token, WordClasses classes) {
        return classes.of(token).stream().map(kind -> "<" + kind + ">").toList();
    }

    private static void addWords(List<String> tokens, List<List<String>> kinds, int at, Hashes into) {
        String token = tokens.get(at);
        into.add(token);
        kinds.get(at).forEach(into::add);
        if (at + 1 < tokens.size()) {
            String next = tokens.get(at + 1);
            into.add(token, next);
            kinds.get(at).forEach(kind -> into.add(kind, next));
            kinds.get(at + 1).forEach(kind -> into.add(token, kind));
            for (String kind : kinds.get(at)) {
                kinds.get(at + 1).forEach(other -> into.add(kind, other));
            }
        }
        if (at + 2 < tokens.size()) {
            into.add(token, "_", tokens.get(at + 2));
            into.add(token, tokens.get(at + 1), tokens.get(at + 2));
            for (String kind : kinds.get(at)) {
                into.add(kind, "_", tokens.get(at + 2));
                kinds.get(at + 2).forEach(other -> into.add(kind, "_", other));
            }
            kinds.get(at + 2).forEach(kind -> into.add(token, "_", kind));
        }
    }

    private static void addLetters(String word, Hashes into) {
        String padded = "<" + word + ">";
        for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
            for (int from = 0; from + length <= padded.length(); from++) {
                into.add(padded, from, from + length);
            }
        }
    }

    /** Distinct 32-bit FNV-1a hashes (Fowler, Noll and Vo 1991), mixed so that all bits matter. */
    private static final class Hashes {
        private static final int OFFSET = 0x811c9dc5;
        private static final int PRIME = 0x01000193;

        private int[] values = new int[128];
        private int count;

        void add(String first) {
            add(first, 0, first.length());
        }

        void add(String... parts) {
            int hash = OFFSET;
            for (String part : parts) {
                hash = mixed(hash, part, 0, part.length()) * PRIME ^ ' ';
            }
            put(hash);
        }

        void add(String text, int from, int to) {
            put(mixed(OFFSET, text, from, to));
        }

        private static int mixed(int hash, String text, int from, int to) {
            int mixed = hash;
            for (int i = from; i < to; i++) {
                mixed = (mixed ^ text.charAt(i)) * PRIME;
            }
            return mixed;
        }

        private void put(int hash) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = hash ^ (hash >>> 15);
        }

        int[] sorted() {
            return Arrays.stream(values, 0, count).sorted().distinct().toArray();
        }
    }
}
