package viva.contracts;

import java.util.Objects;

/**
 * What a memory says of its avatar's owner as a field with a value. A newer memory with the same name supersedes an older one.
 *
 * @param name {@code name}, {@code home}, {@code job}, {@code family}, {@code pets}, {@code likes}, {@code dislikes} or {@code plans}; with a key after a
 *     colon where there are several of a kind, such as {@code pets:dog}; at most {@value #MOST_NAME_CHARS} characters
 * @param value such as {@code Lisbon}; 1 to {@value #MOST_VALUE_CHARS} characters
 */
public record FactSlot(String name, String value) {
    public static final int MOST_NAME_CHARS = 80;
    public static final int MOST_VALUE_CHARS = 300;

    public FactSlot {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
