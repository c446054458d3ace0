package viva.llm.hearing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Untrusted text made harmless: cut to a limit, without addresses, markup, code and invisible signs. */
public final class PlainText {
    /** Characters that are looked at; a message has at most 4,000, and its gist rarely waits for the end. */
    private static final int MOST_CHARS = 1_500;

    private static final int MOST_WORDS = 300;
    /** Brackets that hold code or markup reach at most this far. */
    private static final int MOST_MARKUP = 300;

    private static final String OPENING = "<[{`";
    private static final String CLOSING = ">]}`";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ADDRESS = Pattern.compile("\\S*(?:://|@)\\S*|www\\.\\S*");
    private static final Pattern SPEAKABLE_WORD = Pattern.compile(
            "[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}](?:['’-]?[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]){1,19}");
    private static final Pattern SPEAKABLE_LABEL =
            Pattern.compile("[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{Nd}](?:["
                    + " '’&-]?[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{Nd}]){0,29}");

    private PlainText() {}

    /** The words of a text in order, as they were written. */
    static List<String> words(String text) {
        String cut = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
        String spoken = withoutMarkup(Normalizer.normalize(cut, Normalizer.Form.NFC));
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < spoken.length() && words.size() < MOST_WORDS) {
            int end = at;
            while (end < spoken.length() && !isSpace(spoken.charAt(end))) {
                end++;
            }
            String chunk = spoken.substring(at, end);
            if (!chunk.contains("://") && !chunk.startsWith("www.") && chunk.indexOf('@') < 0) {
                addWords(chunk, words);
            }
            at = end + 1;
        }
        return words;
    }

    /** The text cut to a limit, without markup, code and addresses; signs and line ends stay. */
    public static String spoken(String text) {
        String cut = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
        return ADDRESS.matcher(withoutMarkup(Normalizer.normalize(cut, Normalizer.Form.NFC)))
                .replaceAll(" ");
    }

    private static String withoutMarkup(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int kind = OPENING.indexOf(text.charAt(at));
            int close = kind < 0
                    ? -1
                    : text.indexOf(CLOSING.charAt(kind), at + 1, Math.min(text.length(), at + MOST_MARKUP));
            plain.append(kind < 0 ? text.charAt(at) : ' ');
            at = close < 0 ? at + 1 : close + 1;
        }
        return plain.toString();
    }

    private static void addWords(String chunk, List<String> words) {
        int start = -1;
        int at = 0;
        while (at <= chunk.length()) {
            int letter = at < chunk.length() ? chunk.codePointAt(at) : ' ';
            if (isOfWord(letter)) {
                start = start < 0 ? at : start;
            } else if (start >= 0) {
                words.add(chunk.substring(start, at));
                start = -1;
            }
            at += Character.charCount(letter);
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isWhitespace(c) || c == '\u00a0';
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c)
                || c == '\''
                || c == '’'
                || c == '-'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** A word as lexicons hold it: lower case, no accents, no apostrophes. */
    public static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace("'", "").replace("’", "");
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > 127) {
                return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .replaceAll("")
                        .replace("ß", "ss");
            }
        }
        return lower;
    }

    /** Whether a word may be said again: 2 to 20 letters, hyphens and apostrophes of scripts written from left to right. */
    static boolean speakable(String word) {
        return SPEAKABLE_WORD.matcher(word).matches();
    }

    /** Whether a short label such as a name or an interest may be said: up to 30 letters, digits and single spaces. */
    public static boolean speakableLabel(String label) {
        return SPEAKABLE_LABEL.matcher(label).matches();
    }
}
