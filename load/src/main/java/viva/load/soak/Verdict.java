package viva.load.soak;

import java.time.Duration;
import java.util.Set;

/** What the line through samples means. */
public enum Verdict {
    FLAT("flat"),
    /** A fault. */
    GROWS("grows"),
    FALLS("falls"),
    /** Grows with what owners say, and nothing is meant to forget it. */
    KEPT("kept"),
    /** Grows until the end of an hour or a day, and was not watched through two of them. */
    TOO_SHORT("too short");

    private static final double LEAST_PERCENT = 1;

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /**
     * Judges one thing.
     *
     * @param window the time between the first sample of the line and the last
     * @param kept the tables that nothing is meant to keep short
     */
    static Verdict of(Watched what, Line line, Duration window, Set<String> kept) {
        double change = line.perFiveMinutes();
        if (Math.abs(change) < what.kind().grain() || Math.abs(line.percentPerFiveMinutes()) < LEAST_PERCENT) {
            return FLAT;
        }
        if (change < 0) {
            return FALLS;
        }
        if (what.kind() == Kind.ROWS && kept.contains(what.name())) {
            return KEPT;
        }
        boolean isTooShort = what.kind() == Kind.ROWS
                && window.compareTo(Retention.cutEvery(what.name()).multipliedBy(2)) < 0;
        return isTooShort ? TOO_SHORT : GROWS;
    }

    String words() {
        return words;
    }
}
