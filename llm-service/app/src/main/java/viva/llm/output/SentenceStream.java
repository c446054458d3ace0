package viva.llm.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whole sentences from text that comes in pieces. A sentence is whole when a blank follows its end, so the last one is known only at
 * {@link #end}. Blanks and line ends become single blanks between sentences. Not safe for concurrent use.
 */
public final class SentenceStream {
    /** A sentence that is longer is cut at a blank, so that nothing is held back for ever; in UTF-16 characters. */
    static final int LONGEST = 600;

    private static final String ENDS = ".!?…";
    private static final String WIDE_ENDS = "。！？";
    private static final String AFTER_END = "\"'”’»)]*_";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "sr", "sra", "srta", "jr", "vs", "etc", "e.g", "i.e", "z.b", "d.h",
            "u.a", "bzw", "ca", "nr", "no", "p.ej", "ej", "p.ex", "ex", "dra", "usw", "approx", "fig", "vol");

    private final StringBuilder held = new StringBuilder();

    /** The sentences that are whole now, in order. */
    public List<String> feed(String text) {
        held.append(text);
        List<String> sentences = new ArrayList<>();
        for (int end = nextEnd(); end >= 0; end = nextEnd()) {
            add(held.substring(0, end), sentences);
            held.delete(0, end);
        }
        return sentences;
    }

    /** What is left: the last sentence, whole or not; may be empty. */
    public String end() {
        String rest = collapsed(held.toString());
        held.setLength(0);
        return rest;
    }

    /** Whether a text ends as a sentence does. */
    public static boolean isWhole(String text) {
        int at = text.length() - 1;
        while (at >= 0 && AFTER_END.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && (ENDS + WIDE_ENDS).indexOf(text.charAt(at)) >= 0;
    }

    private static void add(String text, List<String> sentences) {
        String sentence = collapsed(text);
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
    }

    private static String collapsed(String text) {
        return text.replaceAll("[\\s\\p{Zs}]+", " ").strip();
    }

    /** Where the first whole sentence ends, exclusive; -1 when there is none yet. */
    private int nextEnd() {
        for (int i = 0; i < held.length(); i++) {
            char c = held.charAt(i);
            if (c == '\n' || WIDE_ENDS.indexOf(c) >= 0) {
                return i + 1;
            }
            if (ENDS.indexOf(c) >= 0) {
                int after = afterEnd(i);
                if (after < held.length() && isBlank(held.charAt(after)) && !isAbbreviation(i)) {
                    return after;
                }
            }
        }
        int cut = held.length() > LONGEST ? held.lastIndexOf(" ", LONGEST) : -1;
        return held.length() > LONGEST ? (cut > 0 ? cut : LONGEST) : -1;
    }

    private int afterEnd(int at) {
        int after = at + 1;
        while (after < held.length() && (ENDS + AFTER_END).indexOf(held.charAt(after)) >= 0) {
            after++;
        }
        return after;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }

    private boolean isAbbreviation(int dot) {
        if (held.charAt(dot) != '.') {
            return false;
        }
        int start = dot;
        while (start > 0 && !isBlank(held.charAt(start - 1)) && "(\"'“‘«".indexOf(held.charAt(start - 1)) < 0) {
            start--;
        }
        String word = held.substring(start, dot).toLowerCase(Locale.ROOT);
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0)) && !word.equals("i");
        boolean ordinal = !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
        return ABBREVIATIONS.contains(word) || initial || ordinal;
    }
}
