package viva.llm.safety;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message as tokens: folded words (lower case, no accents, no apostrophes, drawn-out letters shortened, digits that stand for letters
 * undone) and {@value #STOP} or {@value #ASK} where a sentence ends.
 */
final class SafeTokens {
    static final String STOP = ".";
    static final String ASK = "?";

    /** Characters that are looked at; a message has at most 4,000. */
    static final int MOST_CHARS = 2_000;

    private static final int MOST_TOKENS = 400;
    private static final String LEET = "013457@$!";
    private static final String LETTERS = "oieastasi";

    private SafeTokens() {}

    static List<String> of(String text) {
        String cut = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
        String lower = Normalizer.normalize(cut, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < lower.length() && tokens.size() < MOST_TOKENS) {
            int end = wordEnd(lower, at);
            if (end > at) {
                addWord(lower.substring(at, end), tokens);
                at = end;
            } else {
                addSign(lower.codePointAt(at), tokens);
                at += Character.charCount(lower.codePointAt(at));
            }
        }
        return tokens;
    }

    static boolean isWord(String token) {
        return !token.equals(STOP) && !token.equals(ASK);
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean joins = isApostrophe(c) && at > from && next < text.length() && isLetter(text.codePointAt(next));
            boolean leet = "@$!".indexOf(c) >= 0
                    && at > from
                    && next < text.length()
                    && isLetter(text.codePointAt(next))
                    && isLetter(text.codePointBefore(at));
            if (!isLetter(c) && !joins && !leet) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static boolean isLetter(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '‘' || c == '´' || c == '`';
    }

    private static void addSign(int c, List<String> tokens) {
        boolean ends = c == '.' || c == '!' || c == ';' || c == ':' || c == '\n' || c == '…';
        String sign = c == '?' ? ASK : ends ? STOP : "";
        if (sign.isEmpty() || tokens.isEmpty()) {
            return;
        }
        if (isWord(tokens.getLast())) {
            tokens.add(sign);
        } else if (c == '?') {
            tokens.set(tokens.size() - 1, ASK);
        }
    }

    private static void addWord(String written, List<String> tokens) {
        StringBuilder plain = new StringBuilder(written.length());
        written.codePoints().filter(c -> !isApostrophe(c)).forEach(plain::appendCodePoint);
        String word = shortened(folded(unleeted(plain.toString())));
        if (!word.isEmpty()) {
            tokens.add(word);
        }
    }

    /** {@code k1ll} is kill; what is all digits, or ends in them, stays. */
    private static String unleeted(String word) {
        boolean letters = word.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        boolean signs = word.chars().anyMatch(c -> LEET.indexOf(c) >= 0);
        if (!letters || !signs || Character.isDigit(word.charAt(0)) || isDigitAtEnd(word)) {
            return word;
        }
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int leet = LEET.indexOf(c);
            out.append(leet < 0 ? c : LETTERS.charAt(leet));
        }
        return out.toString();
    }

    private static boolean isDigitAtEnd(String word) {
        return Character.isDigit(word.charAt(word.length() - 1));
    }

    static String folded(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) {
                StringBuilder out = new StringBuilder(word.length());
                Normalizer.normalize(word, Normalizer.Form.NFKD)
                        .codePoints()
                        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                        .forEach(out::appendCodePoint);
                return out.toString().replace("ß", "ss");
            }
        }
        return word;
    }

    /** Three and more of a letter are one. */
    private static String shortened(String word) {
        StringBuilder out = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            int end = at + 1;
            while (end < word.length() && word.charAt(end) == word.charAt(at)) {
                end++;
            }
            boolean drawn = end - at >= 3 && !Character.isDigit(word.charAt(at));
            out.append(word, at, drawn ? at + 1 : end);
            at = end;
        }
        return out.toString();
    }
}
