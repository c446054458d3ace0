package viva.llm.allowance;

/**
 * Who comes first. A request starts only while less than its priority's share of every limit is used, by anybody; so an owner always
 * finds a part of the window that nothing else could take.
 */
public enum Priority {
    /** An owner waits for an answer. */
    OWNER(1_000),
    /** A first meeting, a confession, a first conflict or a break-up. */
    TURNING_POINT(500),
    /** Below the half of turning points, so that these find a place too; the width of the gap is ours. */
    REST(400);

    private final int permille;

    Priority(int permille) {
        this.permille = permille;
    }

    /** The share of each limit, in thousandths, below which such requests start. */
    public int permille() {
        return permille;
    }
}
