package viva.llm.nim;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps a model's thoughts from its answer: what stands between {@code <think>} and {@code </think>} (or {@code thinking},
 * {@code thought}, {@code reasoning}) is dropped, wherever the stream was cut. A thought that never ends drops the rest. Not safe for
 * concurrent use.
 */
final class ThinkFilter {
    private static final String NAMES = "(?:think|thinking|thought|thoughts|reasoning)";
    private static final Pattern OPENING = Pattern.compile("<\\s*" + NAMES + "\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile("<\\s*/\\s*" + NAMES + "\\s*>", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_TAG = 24;

    private final StringBuilder held = new StringBuilder();
    private boolean thinking;
    private boolean exposed;

    /** The part of the answer that is certainly no thought, now that this text has come; may be empty. */
    String feed(String text) {
        held.append(text);
        StringBuilder shown = new StringBuilder();
        while (step(shown)) {
            // One tag after the other, until what is left has none.
        }
        return shown.toString();
    }

    /** What is left when the answer is over. */
    String end() {
        String rest = thinking ? "" : held.toString();
        held.setLength(0);
        return rest;
    }

    /** Whether a thought ended that never began: what was shown before belonged to it. */
    boolean isExposed() {
        return exposed;
    }

    private boolean step(StringBuilder shown) {
        Matcher closing = CLOSING.matcher(held);
        if (thinking) {
            boolean ends = closing.find();
            if (ends) {
                held.delete(0, closing.end());
                thinking = false;
            } else {
                held.delete(0, Math.max(0, held.length() - LONGEST_TAG));
            }
            return ends;
        }
        Matcher opening = OPENING.matcher(held);
        boolean opens = opening.find();
        boolean closes = closing.find();
        if (closes && (!opens || closing.start() < opening.start())) {
            exposed = true;
            shown.setLength(0);
            held.delete(0, closing.end());
            return true;
        }
        if (opens) {
            shown.append(held, 0, opening.start());
            held.delete(0, opening.end());
            thinking = true;
            return true;
        }
        int safe = beforePartialTag();
        shown.append(held, 0, safe);
        held.delete(0, safe);
        return false;
    }

    /** The text before what may be the beginning of a tag. */
    private int beforePartialTag() {
        int open = held.lastIndexOf("<");
        if (open < 0 || held.length() - open > LONGEST_TAG) {
            return held.length();
        }
        String tail = held.substring(open)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "")
                .replace("/", "");
        for (String name : new String[] {"<think>", "<thinking>", "<thought>", "<thoughts>", "<reasoning>"}) {
            if (name.startsWith(tail)) {
                return open;
            }
        }
        return held.length();
    }
}
