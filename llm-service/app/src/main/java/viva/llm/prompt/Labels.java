package viva.llm.prompt;

import java.util.regex.Pattern;

/** Labels of our own, such as {@code close_friends}, as words. What is no label gives nothing. */
final class Labels {
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private Labels() {}

    static String words(String label) {
        return label != null && LABEL.matcher(label).matches() ? label.replace('_', ' ') : "";
    }
}
