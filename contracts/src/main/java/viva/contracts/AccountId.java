package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** The identity of an owner's account. */
public record AccountId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the 36-character form.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    /** What is kept of it once it was erased; see {@link Pseudonym}. */
    public AccountId pseudonym() {
        return new AccountId(Pseudonym.of(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
