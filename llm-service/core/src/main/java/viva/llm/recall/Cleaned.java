package viva.llm.recall;

import viva.llm.hearing.PlainText;

/** Untrusted text as it may be said again: its words with plain punctuation between them. */
final class Cleaned {
    private static final int MOST_CHARS = 800;

    private Cleaned() {}

    static String of(String text) {
        String plain = PlainText.spoken(text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text);
        StringBuilder cleaned = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            boolean kept = isLetter(c) || (c >= '0' && c <= '9') || " .,;:!?'’-…%€$\n".indexOf(c) >= 0;
            cleaned.appendCodePoint(kept ? c : ' ');
        });
        return cleaned.toString()
                .replaceAll("[ \\t]+", " ")
                .replaceAll("([!?.,])\\1+", "$1")
                .strip();
    }

    /** At most so many characters, cut between words. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most);
        return text.substring(0, space < 0 ? most : space).replaceAll("[ ,;:-]+$", "");
    }

    private static boolean isLetter(int c) {
        if (!Character.isLetter(c)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN, GREEK, CYRILLIC -> true;
            default -> false;
        };
    }
}
