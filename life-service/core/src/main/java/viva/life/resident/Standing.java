package viva.life.resident;

import java.util.Locale;

/** Whether an avatar lives on, rests (its mind stays as it is), or was erased. */
public enum Standing {
    LIVING,
    RESTING,
    ERASED;

    /** The name as it stands in the database: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Standing of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
