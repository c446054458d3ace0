package viva.gateway.timeline;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clients know an event by, as {@code event_id}: its own id, and how far the timeline had grown when it was pushed. So every
 * event, also one that is on no timeline, can be the {@code last_event_id} that a client resumes after. Written {@code
 * <seq>-<uuid>}; to clients it is opaque.
 *
 * @param seq of the last timeline entry at or before it, at least 0
 */
public record Cursor(long seq, UUID eventId) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,18})-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    private static final UUID NO_EVENT = new UUID(0, 0);

    /** The place after an entry, for a client that has seen no event yet. */
    public static Cursor after(long seq) {
        return new Cursor(seq, NO_EVENT);
    }

    public Cursor {
        if (seq < 0) {
            throw new IllegalArgumentException("must not be negative: seq = " + seq);
        }
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when {@code text} was not written by it
     */
    public static Cursor parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("last_event_id must be the event_id of an earlier event");
        }
        return new Cursor(Long.parseLong(matcher.group(1)), UUID.fromString(matcher.group(2)));
    }

    @Override
    public String toString() {
        return seq + "-" + eventId;
    }
}
