package viva.load.soak;

/** What is measured of a world. */
public enum Kind {
    /** Memory of a process and its children, in megabytes. */
    MEMORY(1, true),
    /** Messages in a queue, those included that a consumer has and did not acknowledge. */
    QUEUE(10, true),
    /** Rows of a table. */
    ROWS(5, true),
    /** Megabytes of a table and its indexes: they follow the rows, and the space of deleted ones is used again. */
    MEGABYTES(1, false);

    private final double grain;
    private final boolean judged;

    Kind(double grain, boolean judged) {
        this.grain = grain;
        this.judged = judged;
    }

    /** A change in five minutes that is too small to mean anything, whatever part of the whole it is. */
    double grain() {
        return grain;
    }

    /** Whether growth is a fault. */
    boolean isJudged() {
        return judged;
    }
}
