package viva.platform.letters;

import java.util.SortedMap;

/**
 * A dead letter with everything in it. It may hold what people wrote, so it is for the eyes of the one who asked, never for a log.
 *
 * @param headers the broker's and the sender's, as text
 * @param body as it was sent
 */
public record LetterContent(Letter letter, SortedMap<String, String> headers, String body) {}
