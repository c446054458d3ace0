package viva.llm.nim;

/**
 * One event of a stream.
 *
 * @param name {@code message} when the server gave none
 * @param data its lines, joined by line feeds
 */
record SseEvent(String name, String data) {
    static final String DEFAULT_NAME = "message";
}
