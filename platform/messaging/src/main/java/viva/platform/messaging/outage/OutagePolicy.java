package viva.platform.messaging.outage;

import java.time.Duration;

/**
 * How long a consumer bears an outage.
 *
 * @param retryFor how long messages are tried again before the queue is given up
 * @param probeEvery the pause between two probes, and the first pause before the queue is taken back
 * @param longestPause before the queue is taken back; the pause doubles each time that the probe succeeds and handling does not
 */
public record OutagePolicy(Duration retryFor, Duration probeEvery, Duration longestPause) {
    private static final int MOST_DOUBLINGS = 20;

    /** The pause between the {@code returns}-th return in a row, from 1, and the first probe after it. */
    Duration pause(int returns) {
        Duration doubled = probeEvery.multipliedBy(1L << Math.min(returns - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
