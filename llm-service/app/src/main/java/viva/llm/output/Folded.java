package viva.llm.output;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as patterns look at it: lower case, no accents, straight apostrophes, single blanks. */
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folded() {}

    static String of(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed)
                .replaceAll("")
                .replace("ß", "ss")
                .replaceAll("[’‘´`]", "'")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
