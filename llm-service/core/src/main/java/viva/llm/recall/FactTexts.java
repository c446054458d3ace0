package viva.llm.recall;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import viva.contracts.FactSlot;
import viva.llm.hearing.PlainText;

/** Texts of facts: keys, and patterns that ignore case but where they say otherwise. */
final class FactTexts {
    /** A name in capitals, or several of them; it is compared by case. */
    static final String NAME = "(?<name>(?-i:\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*)?"
            + "(?:(?:, \\p{Lu}[\\p{L}'’-]*)*,? (?:and|e) \\p{Lu}[\\p{L}'’-]*)?))";

    private static final int MOST_THING_CHARS = 60;
    private static final Pattern TITLE = pattern("mr|mrs|ms|miss|dr|prof|sir|madam|sr|sra|dra|dona|seu");
    private static final Pattern LEADING = Pattern.compile("^(?:the|a|an|to|o|os|as|um|uma|of|de|do|da|dos|das) ");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private FactTexts() {}

    static Pattern pattern(String regex) {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** A title is no name. */
    static boolean isTitle(String name) {
        return TITLE.matcher(name).matches();
    }

    /** Folded words without an article before them, fit for the key of a slot. */
    static String key(String text) {
        StringBuilder key = new StringBuilder();
        for (String word : NO_LETTERS.split(text.strip(), -1)) {
            if (!word.isEmpty()) {
                key.append(key.isEmpty() ? "" : " ").append(PlainText.folded(word));
            }
        }
        return LEADING.matcher(key).replaceFirst("");
    }

    static FactSlot slot(String name, String value) {
        return new FactSlot(
                Cleaned.cut(name, FactSlot.MOST_NAME_CHARS), Cleaned.cut(value.strip(), FactSlot.MOST_VALUE_CHARS));
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** A group of the first match of a pattern. */
    static Optional<String> first(Pattern pattern, String text, String group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    /** Something that can be liked, unless it is one of {@code nothing}, such as the avatar itself. */
    static Optional<String> thing(String text, Pattern nothing) {
        return Optional.of(text.strip())
                .filter(thing -> thing.length() > 1 && thing.length() <= MOST_THING_CHARS)
                .filter(thing -> !nothing.matcher(thing).matches());
    }
}
