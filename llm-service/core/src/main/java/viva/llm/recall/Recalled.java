package viva.llm.recall;

import java.util.Optional;

/** What came back when an owner asked for something they told. */
public sealed interface Recalled {
    /**
     * The owner told it.
     *
     * @param value the answer in a few words, such as {@code Bruno} or {@code to Lisbon}, when it could be cut out
     * @param said the whole statement, turned to the owner: {@code your dog is called Bruno}; without an end mark
     * @param turned whether {@code said} speaks to the owner; else it is in the owner's own words, to be quoted
     * @param source the statement that it was found in, as the owner told it
     */
    record Fact(Want want, Optional<String> value, String said, boolean turned, String source) implements Recalled {}

    /**
     * The owner did not tell it, as far as the lines go.
     *
     * @param about what was asked for, turned to the owner, such as {@code your dog}
     */
    record Unknown(Want want, Optional<String> about) implements Recalled {}
}
