package viva.llm.allowance;

/**
 * How far a server that asked to slow down is obeyed: additive increase, multiplicative decrease (Chiu and Jain 1989). Requests that
 * were under way when the limit shrank do not shrink it again, as in TCP's fast recovery.
 *
 * @param factor what was left of the limits at {@code since}, in (0,1]
 * @param since when they shrank last
 * @param pausedUntil nothing starts before
 */
public record Throttle(double factor, long since, long pausedUntil) {
    /** No server asked to slow down. */
    public static final Throttle NONE = new Throttle(1, 0, 0);

    private static final double MICROS_A_MINUTE = 60_000_000;

    /**
     * How limits shrink and recover.
     *
     * @param decrease what is left of them after each request to slow down, in (0,1)
     * @param least the smallest factor, in (0,1]
     * @param recoveryAMinute what is added to the factor in a minute
     */
    public record Course(double decrease, double least, double recoveryAMinute) {}

    /** What is left of the limits now. */
    public double factorAt(long now, Course course) {
        double recovered = factor + course.recoveryAMinute() * ((now - since) / MICROS_A_MINUTE);
        return Math.min(1, recovered);
    }

    /**
     * The server asked to slow down.
     *
     * @param startedAt when the request started that it said so to
     * @param pause for how long it wants no other
     */
    public Throttle shrunk(long startedAt, long pause, long now, Course course) {
        long until = Math.max(pausedUntil, now + pause);
        if (startedAt < since) {
            return new Throttle(factor, since, until);
        }
        return new Throttle(Math.max(course.least(), factorAt(now, course) * course.decrease()), now, until);
    }
}
