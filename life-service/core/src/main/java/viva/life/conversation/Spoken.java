package viva.life.conversation;

import java.time.Instant;
import viva.contracts.Author;
import viva.contracts.message.SpeakV1;

/**
 * Something that was said in a talk with an owner.
 *
 * @param at real time, by the database's clock
 */
public record Spoken(Author author, String content, Instant at) {
    private static final int LONGEST_LINE = 1_000;

    /** As a line that goes along with a request for words. */
    public SpeakV1.Line line() {
        return new SpeakV1.Line(
                author, content.length() <= LONGEST_LINE ? content : content.substring(0, LONGEST_LINE));
    }
}
