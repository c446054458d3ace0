package viva.life.chance;

import viva.contracts.AvatarId;

/**
 * An avatar's luck: a counter-based generator (Salmon et al. 2011) without state. The same key, tick and purpose give the same
 * number on every machine, in any order, so that a life can be lived again. The mixing function is that of SplitMix64 (Steele, Lea
 * and Flood 2014). Test vectors: {@code ChanceTest}.
 *
 * @param key from the world's seed and the avatar's id, see {@link #of}
 */
public record Chance(long key) {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    public static Chance of(long worldSeed, AvatarId avatar) {
        long high = mix(worldSeed + GOLDEN_GAMMA ^ avatar.value().getMostSignificantBits());
        return new Chance(mix(high + GOLDEN_GAMMA ^ avatar.value().getLeastSignificantBits()));
    }

    /** 64 random bits. */
    public long bits(long tick, Purpose purpose) {
        return draw(tick, purpose, 0);
    }

    /** Uniform in [0, 1). */
    public double uniform(long tick, Purpose purpose) {
        return unit(bits(tick, purpose));
    }

    /** Uniform in [low, high). */
    public double between(long tick, Purpose purpose, double low, double high) {
        return low + (high - low) * uniform(tick, purpose);
    }

    /** Exponential with the given mean, which is also its unit; at most 36.8 means. */
    public double exponential(long tick, Purpose purpose, double mean) {
        return -mean * StrictMath.log(1 - uniform(tick, purpose));
    }

    /** Standard normal (Box and Muller 1958); within 8.6 standard deviations. */
    public double normal(long tick, Purpose purpose) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(draw(tick, purpose, 0))));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit(draw(tick, purpose, 1)));
    }

    private long draw(long tick, Purpose purpose, long index) {
        long counter = mix(key + GOLDEN_GAMMA * tick);
        return mix(counter + GOLDEN_GAMMA * (purpose.code() << 8 | index));
    }

    private static double unit(long bits) {
        return (bits >>> 11) * TWO_TO_MINUS_53;
    }

    /** The 64-bit finaliser "Mix13" (Stafford 2011). */
    static long mix(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
