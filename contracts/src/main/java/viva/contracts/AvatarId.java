package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** The identity of an avatar: stable for its whole life, and the key that decides its shard. */
public record AvatarId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AvatarId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the 36-character form.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static AvatarId of(String text) {
        return new AvatarId(UUID.fromString(text));
    }

    /** Who it is to others once it was erased; see {@link Pseudonym}. Its shard is another one. */
    public AvatarId pseudonym() {
        return new AvatarId(Pseudonym.of(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
