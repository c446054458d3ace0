package viva.llm.phrasebook;

import java.util.List;
import java.util.UUID;

/**
 * Chance that repeats itself: the same seed gives the same choices on every machine (SplitMix64, Steele, Lea and Flood 2014;
 * integer arithmetic only). Not safe for concurrent use; one per answer.
 */
public final class Chance {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private long state;

    public Chance(UUID seed, long salt) {
        state = mix(seed.getMostSignificantBits())
                ^ Long.rotateLeft(mix(seed.getLeastSignificantBits() + GOLDEN_GAMMA), 32)
                ^ mix(salt * GOLDEN_GAMMA);
    }

    /** A number in [0, bound); {@code bound} is at least 1. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Yes with the given probability in [0, 1]. */
    public boolean happens(double probability) {
        return uniform() < probability;
    }

    /** A number in [0, 1). */
    public double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** One of a list that has at least one element. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
