package viva.llm.allowance;

/**
 * One request that wants to start.
 *
 * @param purpose has an allowance of its own
 * @param owner who pays; null for the service itself
 * @param tokens the most that it may take, at least 1
 * @param micros the most that it may cost
 */
public record Demand(Priority priority, String purpose, String owner, long tokens, long micros) {
    public Demand {
        if (tokens < 1 || micros < 0) {
            throw new IllegalArgumentException("must be at least 1 token and no negative cost: tokens = %d, micros = %d"
                    .formatted(tokens, micros));
        }
    }
}
