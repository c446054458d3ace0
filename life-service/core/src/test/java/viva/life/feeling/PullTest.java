package viva.life.feeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PullTest {
    @Test
    void equal_time_constants_have_their_limit() {
        assertThat(share(3, 5, 5)).isCloseTo(3 / 5.0 * Math.exp(-3 / 5.0), within(1e-15));
    }

    @Test
    void nearly_equal_time_constants_approach_the_limit_without_cancelling() {
        for (double gap = 1e-3; gap > 1e-16; gap /= 10) {
            assertThat(share(3, 5 + gap, 5)).isCloseTo(share(3, 5, 5), within(gap));
            assertThat(share(3, 5 - gap, 5)).isCloseTo(share(3, 5, 5), within(gap));
        }
    }

    @Test
    void both_ways_to_write_it_agree_where_they_meet() {
        SplittableRandom random = new SplittableRandom(1);

        for (int i = 0; i < 100_000; i++) {
            double emotion = random.nextDouble(.1, 60);
            double mood = random.nextDouble(1, 12);
            double hours = random.nextDouble(0, 200);
            double direct = emotion / (emotion - mood) * (Math.exp(-hours / emotion) - Math.exp(-hours / mood));
            double error = 1e-13 * Math.max(1, emotion / Math.abs(emotion - mood));

            assertThat(share(hours, emotion, mood))
                    .isCloseTo(direct, within(error))
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void extremes_are_zero_and_not_nonsense() {
        assertThat(share(0, 5, 4)).isZero();
        assertThat(share(1e12, 5, 5)).isZero();
        assertThat(share(1e12, 50, .1)).isZero();
        assertThat(share(1e12, .1, 50)).isZero();
    }

    private static double share(double hours, double emotion, double mood) {
        return Pull.share(
                hours, 1 / emotion, 1 / mood, StrictMath.exp(-hours / emotion), StrictMath.exp(-hours / mood));
    }
}
