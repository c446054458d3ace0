package viva.avatar.card;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The placeholders of character cards: {@code {{char}}} and {@code {{user}}}, and {@code <BOT>} and {@code <USER>} from before them, in any case. */
final class Placeholders {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{\\s*(char|user)\\s*}}|<(bot|char|user)>", Pattern.CASE_INSENSITIVE);

    private Placeholders() {}

    /** The text with names in the place of placeholders. What the names hold is not resolved again. */
    static String resolve(String text, String character, String user) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String placeholder = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(placeholder.equalsIgnoreCase("user") ? user : character);
        });
    }
}
