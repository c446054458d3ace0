package viva.life.appraisal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import viva.contracts.message.OwnerMessageV1;

/**
 * Cuts untrusted text into plain lower-case words without accents, and single signs such as emoji. Whatever the text is, this is one
 * pass over at most {@value #MAX_CHARS} characters and at most {@value #MAX_WORDS} words.
 */
final class Words {
    static final int MAX_CHARS = OwnerMessageV1.MOST_CHARS;
    static final int MAX_WORDS = 1_000;

    /** Longer runs of letters are no words of any lexicon. */
    private static final int MAX_LETTERS = 30;

    private final List<String> found = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private Words() {}

    static List<String> of(String text) {
        String plain = Normalizer.normalize(text.substring(0, Math.min(text.length(), MAX_CHARS)), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        Words words = new Words();
        int end = Math.min(plain.length(), 4 * MAX_CHARS);
        for (int i = 0; i < end && words.found.size() < MAX_WORDS; i += Character.charCount(plain.codePointAt(i))) {
            words.take(plain.codePointAt(i));
        }
        words.finish();
        return words.found;
    }

    private void take(int codePoint) {
        if (codePoint == 'ß') {
            append("ss");
        } else if (Character.isLetterOrDigit(codePoint)) {
            append(Character.toString(codePoint));
        } else if (!joins(codePoint)) {
            finish();
            if (Character.getType(codePoint) == Character.OTHER_SYMBOL) {
                found.add(Character.toString(codePoint));
            }
        }
    }

    /** Apostrophes, accents and the invisible parts of emoji belong to what stands around them. */
    private static boolean joins(int codePoint) {
        return codePoint == '\''
                || codePoint == '’'
                || switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
                    default -> false;
                };
    }

    private void append(String letters) {
        if (word.length() <= MAX_LETTERS) {
            word.append(letters);
        }
    }

    private void finish() {
        if (!word.isEmpty() && word.length() <= MAX_LETTERS) {
            found.add(word.toString());
        }
        word.setLength(0);
    }
}
