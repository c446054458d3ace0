package viva.llm.recall;

import java.util.Locale;

/** The kind of answer a question wants. */
public enum Want {
    /** What the owner is called. */
    OWN_NAME,
    NAME,
    PLACE,
    TIME,
    NUMBER,
    AGE,
    COLOUR,
    PERSON,
    /** Everything the owner told of themselves. */
    ANYTHING,
    /** A statement: the sentence itself is the answer. */
    STATEMENT;

    /** The name in lower case, as in the phrasebooks and lexicons. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
