package viva.platform.messaging.outage;

import java.time.Duration;

/**
 * Decides how one message goes on after a failed attempt.
 *
 * @param attempts of a message that meets a bug, at least 1
 * @param firstPause before the second attempt; it doubles with each further one
 * @param longestPause between two attempts of a message that meets a bug
 * @param probeEvery the longest pause between two attempts during an outage
 * @param aloneLimit how long a message may meet outages while its consumer goes on with others: then the outage is its own, and it is dead
 */
public record RetryPolicy(
        int attempts, Duration firstPause, Duration longestPause, Duration probeEvery, Duration aloneLimit) {
    private static final int MOST_DOUBLINGS = 20;

    /** What comes next. */
    public sealed interface Next {
        /** Another attempt. */
        record Again(Duration pause) implements Next {}

        /** None: a dead letter. */
        record Dead(String why) implements Next {}
    }

    /**
     * What follows an attempt that failed.
     *
     * @param attempt its number, from 1
     * @param troubled since the beginning of the message's first attempt
     */
    public Next after(Fate fate, int attempt, Duration troubled) {
        return switch (fate) {
            case Fate.Unhandleable(String why) -> new Next.Dead(why);
            case Fate.Bug() ->
                attempt >= attempts
                        ? new Next.Dead("it failed " + attempt + " times")
                        : new Next.Again(pause(attempt, longestPause));
            case Fate.Waits(Outage outage) ->
                troubled.compareTo(aloneLimit) >= 0
                        ? new Next.Dead("for %s others were handled and it met %s".formatted(troubled, outage))
                        : new Next.Again(pause(attempt, probeEvery));
        };
    }

    private Duration pause(int attempt, Duration longest) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
