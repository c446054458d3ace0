package viva.llm.nim;

/** Makes something of one response. A reader fails by throwing a {@link NimException}; the connection is closed then. */
interface BodyReader<T> {
    void begin(Head head);

    /** Takes a piece of the body; true when no more is needed. */
    boolean take(byte[] chunk);

    /** What it was, when the body is over or no more is needed. */
    T end();

    /** Whether something that counts has come, so that the deadline of the first token is met. */
    boolean hasBegun();
}
