package viva.contracts;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * By what a sentence is known that was said before: 32 bits of its letters and digits (FNV-1a; Fowler, Noll and Vo 1991), whatever its case,
 * its signs and its spaces. The same on every machine and in every release; test vectors: {@code SaidHashTest}.
 */
public final class SaidHash {
    /** A sentence of fewer letters and digits, such as "Hm.", may come again. */
    public static final int SHORTEST = 10;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+");
    private static final int OFFSET_BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private SaidHash() {}

    /** The hash of one sentence. */
    public static int of(String sentence) {
        int hash = OFFSET_BASIS;
        for (byte b : folded(sentence).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return hash;
    }

    /** The hashes of the sentences of a text, in their order; those that are shorter than {@value #SHORTEST} are left out. */
    public static List<Integer> ofSentences(String text) {
        return SENTENCE_END
                .splitAsStream(text)
                .filter(sentence -> folded(sentence).length() >= SHORTEST)
                .map(SaidHash::of)
                .toList();
    }

    /** Letters and digits in lower case with single spaces between words. */
    private static String folded(String sentence) {
        StringBuilder folded = new StringBuilder(sentence.length());
        Normalizer.normalize(sentence, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                folded.appendCodePoint(Character.toLowerCase(c));
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        });
        return folded.toString().strip();
    }
}
