package viva.life.decay;

/**
 * The exponential function of a life: everything that rises or fades goes with it. It uses nothing but additions, multiplications and a table,
 * so that it gives the same bits on every machine, as {@link StrictMath#exp} does, in less than half the time; {@link Math#exp} may differ between
 * processors.
 *
 * <p>Table-driven (Tang 1989): {@code e^x = 2^k · 2^(j/128) · e^r} with |r| ≤ ln 2 / 256, and a polynomial for the last factor.
 */
public final class Exponential {
    private static final int TABLE_BITS = 7;
    private static final int STEPS = 1 << TABLE_BITS;
    private static final double STEPS_PER_UNIT = STEPS / StrictMath.log(2);

    /** ln 2 in two parts, as in fdlibm: the first has so few digits that its product with a whole number is exact. */
    private static final double STEP_HIGH = .6931471803691238 / STEPS;

    private static final double STEP_LOW = 1.9082149292705877e-10 / STEPS;

    /** Added to a number, it leaves the nearest whole number in the lowest bits. */
    private static final double ROUNDING = 0x1.8p52;

    /** Beyond it results are not normal numbers any more. */
    private static final double FAR = 700;

    private static final int EXPONENT_SHIFT = 52;

    /** 2^(j/128), as bits. */
    private static final long[] POWERS = powers();

    private Exponential() {}

    /** {@code e^x}, at most 3 ulp from the true value; 1 for 0, and for extremes and NaN as {@link StrictMath#exp}. */
    public static double of(double x) {
        if (!(x > -FAR && x < FAR)) {
            return StrictMath.exp(x);
        }
        double shifted = x * STEPS_PER_UNIT + ROUNDING;
        long step = Double.doubleToRawLongBits(shifted);
        double whole = shifted - ROUNDING;
        double r = (x - whole * STEP_HIGH) - whole * STEP_LOW;
        double square = r * r;
        double rest = r + square * (.5 + r * (1 / 6.0)) + square * square * (1 / 24.0 + r * (1 / 120.0));
        double power =
                Double.longBitsToDouble(POWERS[(int) step & (STEPS - 1)] + ((step >> TABLE_BITS) << EXPONENT_SHIFT));
        return power + power * rest;
    }

    private static long[] powers() {
        long[] powers = new long[STEPS];
        for (int j = 0; j < STEPS; j++) {
            powers[j] = Double.doubleToRawLongBits(StrictMath.pow(2, j / (double) STEPS));
        }
        return powers;
    }
}
