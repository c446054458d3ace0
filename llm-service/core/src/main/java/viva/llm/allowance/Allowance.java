package viva.llm.allowance;

/**
 * How much may be used by one payer or for one purpose. Zero means that there is no limit.
 *
 * @param requestsAMinute requests whose place in the window is taken at the same time
 * @param tokensAMinute of these requests
 * @param requestsADay within the last 24 to 25 hours, as {@code tokensADay} and {@code microsADay}
 * @param microsADay millionths of the unit in which prices stand
 */
public record Allowance(long requestsAMinute, long tokensAMinute, long requestsADay, long tokensADay, long microsADay) {
    /** No limit at all. */
    public static final Allowance UNLIMITED = new Allowance(0, 0, 0, 0, 0);

    public Allowance {
        if (requestsAMinute < 0 || tokensAMinute < 0 || requestsADay < 0 || tokensADay < 0 || microsADay < 0) {
            throw new IllegalArgumentException("must not be negative: %d, %d, %d, %d, %d"
                    .formatted(requestsAMinute, tokensAMinute, requestsADay, tokensADay, microsADay));
        }
    }

    /** The share of one of {@code parts} that do not know of each other; a limit never becomes zero by it. */
    public Allowance dividedBy(int parts) {
        return new Allowance(
                part(requestsAMinute, parts),
                part(tokensAMinute, parts),
                part(requestsADay, parts),
                part(tokensADay, parts),
                part(microsADay, parts));
    }

    /** What is left of the limits of a minute while a server asks to slow down; {@code factor} in (0,1]. */
    public Allowance slowedTo(double factor) {
        return new Allowance(
                slowed(requestsAMinute, factor), slowed(tokensAMinute, factor), requestsADay, tokensADay, microsADay);
    }

    private static long part(long limit, int parts) {
        return limit == 0 ? 0 : Math.max(1, limit / parts);
    }

    private static long slowed(long limit, double factor) {
        return limit == 0 ? 0 : Math.max(1, (long) Math.floor(limit * factor));
    }
}
