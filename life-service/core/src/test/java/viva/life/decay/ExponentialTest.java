package viva.life.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void is_within_three_units_in_the_last_place() {
        SplittableRandom random = new SplittableRandom(1);
        for (double reach : new double[] {1e-9, .01, 1, 30, 699}) {
            for (int i = 0; i < 100_000; i++) {
                double x = random.nextDouble(-reach, reach);
                double exact = StrictMath.exp(x);

                assertThat(Exponential.of(x)).as("x = " + x).isCloseTo(exact, within(3 * Math.ulp(exact)));
            }
        }
    }

    @Test
    void nothing_changes_in_no_time() {
        assertThat(Exponential.of(0.0)).isEqualTo(1);
        assertThat(Exponential.of(-0.0)).isEqualTo(1);
        assertThat(Exponential.of(-1e-300)).isEqualTo(1);
    }

    @Test
    void never_leaves_the_unit_interval_for_what_fades() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 100_000; i++) {
            assertThat(Exponential.of(-random.nextDouble() * random.nextDouble()))
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void extremes_are_those_of_the_library() {
        for (double x :
                new double[] {-700, 700, -745, -1e300, 1e300, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            assertThat(Exponential.of(x)).isEqualTo(StrictMath.exp(x));
        }
        assertThat(Exponential.of(Double.NaN)).isNaN();
    }

    @Test
    void gives_the_same_bits_everywhere() {
        CRC32 seen = new CRC32();
        for (int i = -7_000; i < 7_000; i++) {
            long bits = Double.doubleToRawLongBits(Exponential.of(i * .0999));
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                seen.update((int) (bits >>> shift));
            }
        }

        assertThat(seen.getValue()).isEqualTo(3_071_187_214L);
    }
}
