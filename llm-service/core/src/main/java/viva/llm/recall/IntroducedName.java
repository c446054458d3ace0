package viva.llm.recall;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name in {@code I'm Ana}, told from {@code I'm Brazilian} by the words that are no names. */
final class IntroducedName {
    static final String TOPIC = "self.name";

    private static final List<Pattern> BEFORE = List.of(
            Pattern.compile("i am|im|i'm|this is|it's|its"),
            Pattern.compile(
                    "(?:eu )?(?:me chamo|sou)(?: [oa])?|aqui (?:é|e)(?: [oa])?|(?:soy|me llamo|ich bin|ich heiße|ich"
                            + " heisse)"));
    private static final int MOST_WORDS_BEFORE = 4;

    private IntroducedName() {}

    /** The name, of up to two words in capitals. */
    static Optional<String> in(List<Token> tokens, Lexicon lexicon) {
        for (int at = 1; at < Math.min(tokens.size(), MOST_WORDS_BEFORE); at++) {
            String before = String.join(
                            " ",
                            tokens.subList(0, at).stream().map(Token::written).toList())
                    .toLowerCase(Locale.ROOT)
                    .replace('’', '\'');
            boolean stands =
                    BEFORE.stream().anyMatch(pattern -> pattern.matcher(before).matches());
            if (stands && isName(tokens.get(at), lexicon)) {
                boolean ends = tokens.get(at).ends() || at + 1 == tokens.size() || !isName(tokens.get(at + 1), lexicon);
                return Optional.of(
                        ends
                                ? tokens.get(at).written()
                                : tokens.get(at).written() + " "
                                        + tokens.get(at + 1).written());
            }
        }
        return Optional.empty();
    }

    private static boolean isName(Token token, Lexicon lexicon) {
        boolean shouted = token.written().length() > 3
                && token.written().equals(token.written().toUpperCase(Locale.ROOT));
        return token.isCapital()
                && !shouted
                && token.written().indexOf('\'') < 0
                && token.written().indexOf('’') < 0
                && !lexicon.notNames().contains(token.folded());
    }
}
