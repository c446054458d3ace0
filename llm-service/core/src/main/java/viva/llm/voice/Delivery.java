package viva.llm.voice;

import java.util.Set;

/** How a line sounds in a tone: the sleepy, the sad and the reserved do not exclaim; every sentence begins with a capital. */
final class Delivery {
    private final boolean exclaims;

    Delivery(Tone tone, Set<Style> styles) {
        exclaims = tone.isLively() && !styles.contains(Style.RESERVED);
    }

    String of(String line) {
        String text = exclaims ? line : line.replace("¡", "").replace("!", ".").replace("..", ".");
        StringBuilder spoken = new StringBuilder(text.length());
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubleSpace = c == ' ' && (spoken.isEmpty() || spoken.charAt(spoken.length() - 1) == ' ');
            if (doubleSpace) {
                continue;
            }
            if (".,;:!?…".indexOf(c) >= 0 && !spoken.isEmpty() && spoken.charAt(spoken.length() - 1) == ' ') {
                spoken.setLength(spoken.length() - 1);
            }
            spoken.append(begins ? Character.toUpperCase(c) : c);
            begins = (begins && !Character.isLetterOrDigit(c)) || c == '.' || c == '!' || c == '?';
        }
        return spoken.toString().strip();
    }
}
