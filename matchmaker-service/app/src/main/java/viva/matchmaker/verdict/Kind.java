package viva.matchmaker.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an avatar thinks of another. */
public enum Kind {
    LIKE,
    PASS,
    BLOCK;

    /** The name as it stands in JSON and in the table: lower case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
