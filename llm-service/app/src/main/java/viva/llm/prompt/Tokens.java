package viva.llm.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Lengths in tokens, estimated: four characters to one, which is near the truth for European languages and 3 % of a prompt too much or too
 * little is no harm. The server counts for itself.
 */
final class Tokens {
    private static final int CHARS = 4;
    /** What the frame of a message takes. */
    static final int FRAME = 4;

    private Tokens() {}

    static int of(String text) {
        return (text.length() + CHARS - 1) / CHARS;
    }

    /** The beginning and the end of a text that is too long: the question often stands last. */
    static String cut(String text, int most) {
        int chars = most * CHARS;
        if (text.length() <= chars) {
            return text;
        }
        int head = chars * 2 / 3;
        int tail = chars - head - 3;
        return text.substring(0, whole(text, head)) + " … " + text.substring(whole(text, text.length() - tail));
    }

    /** As many of the first items as fit. */
    static <T> List<T> first(List<T> items, int most, ToIntFunction<T> tokens) {
        List<T> kept = new ArrayList<>();
        int used = 0;
        for (T item : items) {
            used += tokens.applyAsInt(item) + FRAME;
            if (used > most) {
                break;
            }
            kept.add(item);
        }
        return kept;
    }

    /** As many of the last items as fit, in their order. */
    static <T> List<T> last(List<T> items, int most, ToIntFunction<T> tokens) {
        return first(items.reversed(), most, tokens).reversed();
    }

    /** Never between the two halves of a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
