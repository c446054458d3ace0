package viva.life.conversation;

import java.time.Instant;
import java.util.List;
import viva.contracts.Author;
import viva.contracts.Mention;
import viva.contracts.message.SpeakV1;

/**
 * Something that was said in a talk with an owner.
 *
 * @param at real time, by the database's clock
 * @param about avatars that are named in it, as far as they are known
 */
public record Spoken(Author author, String content, Instant at, List<Mention> about) {
    private static final int LONGEST_LINE = 1_000;

    public Spoken {
        about = List.copyOf(about);
    }

    /** As a line that goes along with a request for words. */
    public SpeakV1.Line line() {
        return new SpeakV1.Line(
                author, content.length() <= LONGEST_LINE ? content : content.substring(0, LONGEST_LINE), about);
    }
}
