package viva.gateway.command;

import java.util.Objects;
import viva.contracts.message.OwnerMessageV1;

/**
 * What an owner says: 1 to {@value OwnerMessageV1#MOST_CHARS} characters after trimming, line breaks and tabs but no other control characters.
 * It is untrusted input to every reader.
 */
public record MessageContent(String text) {
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
        if (text.length() > OwnerMessageV1.MOST_CHARS) {
            throw new IllegalArgumentException(
                    "content must have at most " + OwnerMessageV1.MOST_CHARS + " characters");
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
