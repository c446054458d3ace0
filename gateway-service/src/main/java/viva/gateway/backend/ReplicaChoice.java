package viva.gateway.backend;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Which of a service's addresses is asked next: each in turn, but for those that failed a short while ago. Knows no network and no
 * clock; instants are those of a monotonic clock in nanoseconds. Safe for any number of threads.
 */
final class ReplicaChoice {
    private final long[] restUntil;
    private final boolean[] resting;
    private final long rest;
    private int next;

    /**
     * @param count how many addresses there are, at least 1
     * @param rest how long an address that failed is left in peace, unless there is no other
     */
    ReplicaChoice(int count, Duration rest) {
        if (count < 1) {
            throw new IllegalArgumentException("must be at least 1: count = " + count);
        }
        this.restUntil = new long[count];
        this.resting = new boolean[count];
        this.rest = rest.toNanos();
    }

    /** The address to ask; when all rest, the one whose rest ends first. */
    synchronized int first(long now) {
        wake(now);
        int from = next;
        next = (next + 1) % resting.length;
        return awake(from, -1).orElseGet(this::firstToWake);
    }

    /** Another address to ask after {@code failed} failed; empty when no other is awake. */
    synchronized OptionalInt other(int failed, long now) {
        wake(now);
        return awake((failed + 1) % resting.length, failed);
    }

    /** The address did not answer. */
    synchronized void failed(int address, long now) {
        resting[address] = true;
        restUntil[address] = now + rest;
    }

    /** The address answered. */
    synchronized void answered(int address) {
        resting[address] = false;
    }

    private void wake(long now) {
        for (int i = 0; i < resting.length; i++) {
            if (resting[i] && now - restUntil[i] >= 0) {
                resting[i] = false;
            }
        }
    }

    private OptionalInt awake(int from, int but) {
        for (int step = 0; step < resting.length; step++) {
            int address = (from + step) % resting.length;
            if (!resting[address] && address != but) {
                return OptionalInt.of(address);
            }
        }
        return OptionalInt.empty();
    }

    private int firstToWake() {
        int soonest = 0;
        for (int i = 1; i < restUntil.length; i++) {
            if (restUntil[i] - restUntil[soonest] < 0) {
                soonest = i;
            }
        }
        return soonest;
    }
}
