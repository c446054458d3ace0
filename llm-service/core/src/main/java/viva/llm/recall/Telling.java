package viva.llm.recall;

import java.util.Locale;
import java.util.Optional;

/**
 * What a message tells of the owner.
 *
 * @param said the statement, turned to the owner, when it can be turned
 * @param kind what it is about
 * @param name a name that it tells, such as {@code Bruno}
 */
public record Telling(Optional<String> said, Kind kind, Optional<String> name) {
    /** What a statement is about. */
    public enum Kind {
        JOB,
        HOME,
        TASTE,
        NAMED,
        /** Somebody of the owner's family. */
        PERSON,
        /** Something at a time. */
        PLAN,
        ANYTHING;

        /** The name in lower case, as in the phrasebooks. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is a fact by its form alone. */
        public boolean isFact() {
            return this == JOB || this == HOME || this == TASTE || this == NAMED || this == PERSON;
        }
    }
}
