package viva.llm.recall;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import viva.llm.hearing.PlainText;

/**
 * One statement of the owner.
 *
 * @param text as it was written, cleaned, without an end mark
 * @param terms what it speaks of, and what the statement before it speaks of when it goes on about the same
 */
record Told(String text, List<Token> tokens, Set<String> terms) {
    /** Statements are cut to this many characters; what is longer is a story. */
    private static final int MOST_CHARS = 160;

    private static final int SHORTEST = 2;

    /** An end mark, but not of a title or an initial. */
    private static final Pattern END =
            Pattern.compile("(?<!\\b(?:Mr|Mrs|Ms|Dr|St|Sr|Sra|Dra|Prof|[A-Z]))[.!…]+(?: |$)|[;\\n]+|(?<=\\?)");

    /** Between a name that is given and what else is told in the same breath: {@code I'm Ana and I live in Leeds}. */
    private static final Pattern AFTER_NAME = Pattern.compile(
            "(?<=\\b(?:[Nn]ame is|called|I'm|I am|chamo|chama|nome é|[Ss]ou|[Ss]ou [oa]) \\p{Lu}\\p{L}{1,20}),? (?:and|e)"
                    + " (?=(?:I|I'm|my|eu|meu|minha|trabalho|moro|tenho)\\b)");

    private static final Pattern PRONOUN =
            Pattern.compile("^(?:he|she|it|they|his|her|its|their|ele|ela|eles|elas|o nome dele|o nome"
                    + " dela|el|ella|su|er|sie|sein|ihr)\\b.*");

    /** The statements of one line, without its questions. */
    static List<Told> of(String line, Lexicon lexicon, Terms terms) {
        List<Told> told = new ArrayList<>();
        Set<String> before = Set.of();
        for (String part : parts(Cleaned.of(line))) {
            String text = withoutInterjections(part.strip(), lexicon);
            List<Token> tokens = Token.of(text);
            if (tokens.size() < SHORTEST || text.endsWith("?")) {
                continue;
            }
            String spoken = terms.spoken(tokens);
            Set<String> own = new LinkedHashSet<>(terms.ofStatement(spoken));
            if (IntroducedName.in(tokens, lexicon).isPresent()) {
                own.add(IntroducedName.TOPIC);
            }
            Set<String> all = new LinkedHashSet<>(own);
            if (PRONOUN.matcher(spoken).matches()) {
                all.addAll(before);
            }
            told.add(new Told(Cleaned.cut(text, MOST_CHARS), tokens, all));
            before = all;
        }
        return told;
    }

    private static List<String> parts(String line) {
        return END.splitAsStream(line).flatMap(AFTER_NAME::splitAsStream).toList();
    }

    private static String withoutInterjections(String text, Lexicon lexicon) {
        String rest = text;
        while (true) {
            int end = 0;
            while (end < rest.length() && Character.isLetter(rest.charAt(end))) {
                end++;
            }
            int next = end;
            while (next < rest.length() && !Character.isLetterOrDigit(rest.charAt(next))) {
                next++;
            }
            boolean apart = next < rest.length() && !rest.substring(end, next).isBlank();
            boolean stands =
                    end > 0 && next > end && isInterjection(PlainText.folded(rest.substring(0, end)), apart, lexicon);
            if (!stands) {
                return rest.replaceAll("^[^\\p{L}\\p{N}]+|[ ,;:.!…-]+$", "");
            }
            rest = rest.substring(next);
        }
    }

    /** {@code No, I live here} loses its first word, {@code no dogs} does not. */
    private static boolean isInterjection(String word, boolean apart, Lexicon lexicon) {
        return lexicon.openers().contains(word)
                || (apart && lexicon.interjections().contains(word));
    }
}
