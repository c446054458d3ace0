package viva.llm.allowance;

import java.util.Map;

/** How much of the limits is used at an instant. */
public record Consumption(long now, Scope world, Map<String, Scope> purposes, Throttle throttle) {
    public Consumption {
        purposes = Map.copyOf(purposes);
    }

    /**
     * What one of them has used: places in the window and their tokens now, and all that the last day took.
     *
     * @param dayMicros millionths of money
     */
    public record Scope(long requests, long tokens, long dayRequests, long dayTokens, long dayMicros) {}
}
