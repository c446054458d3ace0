package viva.platform.letters;

import java.time.Instant;

/**
 * Which dead letters are meant: those that every part that is not null holds for.
 *
 * @param id of the event or command
 * @param queue where they died; a star at its end stands for anything, as in {@code life.shard.*}
 * @param type of the event or command, with or without such a star
 * @param since the first instant of death, inclusive
 * @param until the last instant of death, exclusive
 */
public record LetterFilter(String id, String queue, String type, Instant since, Instant until) {
    /** Every letter. */
    public static final LetterFilter ALL = new LetterFilter(null, null, null, null, null);

    /** One letter. */
    public static LetterFilter of(String id) {
        return new LetterFilter(id, null, null, null, null);
    }

    /** The same letters, but none that died at {@code instant} or later. */
    public LetterFilter before(Instant instant) {
        return until != null && until.isBefore(instant) ? this : new LetterFilter(id, queue, type, since, instant);
    }

    /** Whether it leaves none out. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** Whether {@code letter} is meant. One without an instant of death is of no time. */
    public boolean matches(Letter letter) {
        return (id == null || id.equals(letter.id()))
                && (queue == null || matches(queue, letter.queue()))
                && (type == null || matches(type, letter.type()))
                && isInTime(letter.diedAt());
    }

    private boolean isInTime(Instant diedAt) {
        if (since == null && until == null) {
            return true;
        }
        return diedAt != null
                && (since == null || !diedAt.isBefore(since))
                && (until == null || diedAt.isBefore(until));
    }

    private static boolean matches(String pattern, String text) {
        return pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : text.equals(pattern);
    }
}
