package viva.gateway.chat;

import java.util.Objects;

/**
 * What an owner says: 1 to {@value #MAX_LENGTH} characters after trimming, line breaks and tabs but no other control characters.
 * It is untrusted input to every reader.
 */
public record MessageContent(String text) {
    public static final int MAX_LENGTH = 4_000;

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException saying which rule the text breaks
     */
    public MessageContent {
        Objects.requireNonNull(text, "text");
        text = text.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("content must not be empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("content must have at most " + MAX_LENGTH + " characters");
        }
        if (text.codePoints().anyMatch(MessageContent::isForbidden)) {
            throw new IllegalArgumentException("content must not have control characters or broken surrogate pairs");
        }
    }

    /** Half a surrogate pair has no UTF-8 form, and PostgreSQL stores no NUL. */
    private static boolean isForbidden(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE
                || (Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t');
    }
}
