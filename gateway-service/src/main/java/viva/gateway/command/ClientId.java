package viva.gateway.command;

import java.util.Objects;

/** A client's own id of a message: the same one again means the same message. 1 to {@value #MAX_LENGTH} printable characters. */
public record ClientId(String value) {
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when the id is empty, too long or not printable ASCII
     */
    public ClientId {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "client_id must have 1 to " + MAX_LENGTH + " printable ASCII characters without spaces");
        }
    }
}
