package viva.avatar.memory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a text counts when two are compared. */
public final class NormalText {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPEAKER = Pattern.compile("\\A(\\p{L}[\\p{L}\\p{M} .'’-]{0,48}):\\s+(?=\\S)");

    private static final int MOST_NAME_WORDS = 3;

    private NormalText() {}

    /** Lower case, without marks of letters and punctuation, words apart by one blank. */
    public static String of(String text) {
        return NOT_A_WORD.matcher(withoutMarks(text)).replaceAll(" ").strip();
    }

    /** Lower case, without marks of letters: {@code é} is {@code e}. */
    public static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** The name before the first colon, when a text begins as a line of a dialogue does: {@code Ana: Hello}; else null. */
    public static String speaker(String text) {
        Matcher matcher = SPEAKER.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String[] words = matcher.group(1).strip().split("\\s+", -1);
        boolean named = words.length <= MOST_NAME_WORDS && isName(words[0]) && isName(words[words.length - 1]);
        return named ? String.join(" ", words) : null;
    }

    private static boolean isName(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }
}
