package viva.avatar.memory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a text counts when two are compared. */
public final class NormalText {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+(?:[.,:]\\p{N}+)*");
    private static final Pattern SPEAKER = Pattern.compile("\\A(\\p{L}[\\p{L}\\p{M} .'’-]{0,48}):\\s+(?=\\S)");

    private static final int MOST_NAME_WORDS = 3;

    /** Words that say no, in English and Portuguese, as {@link #of} writes them. */
    private static final Set<String> NEGATIONS = Set.of(
            "not",
            "no",
            "never",
            "none",
            "nothing",
            "nobody",
            "neither",
            "nor",
            "without",
            "cannot",
            "t",
            "dont",
            "doesnt",
            "didnt",
            "isnt",
            "arent",
            "wasnt",
            "werent",
            "cant",
            "couldnt",
            "wont",
            "wouldnt",
            "shouldnt",
            "hasnt",
            "havent",
            "hadnt",
            "nao",
            "nunca",
            "nada",
            "ninguem",
            "nenhum",
            "nenhuma",
            "nem",
            "jamais",
            "sem");

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

    /** The numbers in a text, in order. */
    static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }

    /** How many words of a text say no. */
    static long negations(String text) {
        return List.of(of(text).split(" ", -1)).stream()
                .filter(NEGATIONS::contains)
                .count();
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
