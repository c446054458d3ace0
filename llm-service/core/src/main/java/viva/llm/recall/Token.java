package viva.llm.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import viva.llm.hearing.PlainText;

/**
 * One word of a statement.
 *
 * @param written as it was written, without signs around it
 * @param folded in lower case without accents and apostrophes
 * @param ends whether a comma or another sign follows
 */
record Token(String written, String folded, boolean ends) {
    static List<Token> of(String statement) {
        List<Token> tokens = new ArrayList<>();
        for (String chunk : statement.split(" ", -1)) {
            String word = chunk.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
            if (!word.isEmpty()) {
                tokens.add(new Token(word, PlainText.folded(word), !chunk.endsWith(word)));
            }
        }
        return tokens;
    }

    boolean isCapital() {
        return Character.isUpperCase(written.codePointAt(0));
    }

    boolean isDigits() {
        return Character.isDigit(written.charAt(0));
    }

    boolean isWritten(String word) {
        return written.toLowerCase(Locale.ROOT).equals(word);
    }
}
