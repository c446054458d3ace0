package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** To whom an avatar may tell a memory, the narrowest first. */
public enum Audience {
    /** Its owner alone. */
    OWNER,
    /** Its owner, and the avatars that took part. */
    PAIR,
    /** Every avatar, and what is public. */
    ANYONE;

    /** Reads a label; one that is not known here is for the owner alone. */
    @JsonCreator
    public static Audience of(String label) {
        return ifKnown(label).orElse(OWNER);
    }

    /** The audience of a label; empty when there is no such audience, or no label. */
    public static Optional<Audience> ifKnown(String label) {
        return Arrays.stream(values())
                .filter(audience -> audience.label().equals(label))
                .findFirst();
    }

    /** Who may be told what is derived from memories with these audiences; of none, the owner alone. */
    public static Audience narrowest(Collection<Audience> several) {
        return several.stream().min(Comparator.naturalOrder()).orElse(OWNER);
    }

    /** Whether what has this audience may be told to another one. */
    public boolean includes(Audience other) {
        return compareTo(other) >= 0;
    }

    /** The name as it stands in JSON and in tables: lower snake case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
