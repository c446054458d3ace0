package viva.life.sleep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class CrossingTest {
    private static final long HALF_HOUR = 1_800_000;
    private static final double HOUR = 3_600_000.0;

    @Test
    void the_switch_is_the_millisecond_that_a_plain_search_finds() {
        SplittableRandom random = new SplittableRandom(11);

        for (int attempt = 0; attempt < 10_000; attempt++) {
            SleepParameters parameters = attempt % 2 == 0 ? SleepParameters.DEFAULT : unusual(random);
            double phase = random.nextDouble(24);
            double pressure = random.nextDouble();
            long from = random.nextLong(4_000_000_000_000L);

            assertThat(Crossing.ofUpper(pressure, from, phase, parameters))
                    .as("falling asleep, attempt %d", attempt)
                    .isEqualTo(searched(
                            from,
                            at -> Sleep.rising(pressure, (at - from) / HOUR, parameters)
                                    >= parameters.upperAt(at, phase)));
            assertThat(Crossing.ofLower(pressure, from, phase, parameters))
                    .as("waking, attempt %d", attempt)
                    .isEqualTo(searched(
                            from,
                            at -> Sleep.falling(pressure, (at - from) / HOUR, parameters)
                                    <= parameters.lowerAt(at, phase)));
        }
    }

    @Test
    void pressure_that_is_said_to_stay_below_a_level_does() {
        SplittableRandom random = new SplittableRandom(12);
        int said = 0;

        for (int attempt = 0; attempt < 100_000; attempt++) {
            Sleep awake = new Sleep(random.nextDouble(), false, 0, Long.MAX_VALUE);
            double level = random.nextDouble();
            long at = random.nextLong((long) (80 * HOUR));
            if (awake.staysBelow(level, at, SleepParameters.DEFAULT)) {
                said++;
                assertThat(awake.reaches(level, SleepParameters.DEFAULT)).isGreaterThan(at);
                assertThat(awake.pressureAt(at, SleepParameters.DEFAULT)).isLessThan(level);
            }
        }

        assertThat(said).isGreaterThan(5_000);
    }

    /** Slow, fast, flat and nearly touching curves, some of which never meet. */
    private static SleepParameters unusual(SplittableRandom random) {
        double swing = random.nextDouble(.15);
        double lower = swing + random.nextDouble(.01, .15);
        double upper = lower + 2 * swing + random.nextDouble(.01, .1);
        return new SleepParameters(
                random.nextDouble(1, 60), random.nextDouble(1, 60), upper, lower, swing, 15.6, 1, 2, 2);
    }

    private static long searched(long from, LongPredicate met) {
        long below = from;
        long above = from;
        for (int bracket = 0; bracket < 200 && !met.test(above); bracket++) {
            below = above;
            above += HALF_HOUR;
        }
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (met.test(middle)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }
}
