package viva.avatar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetrievabilityTest {
    private static final double FADED = .1;

    @ParameterizedTest
    @CsvSource({"0, 0, 23.0", "0.5, 0, 28.8", "1, 0, 34.5", "1, 10, 51.1"})
    void lives_as_long_as_the_life_model_says(double importance, int recalls, double days) {
        double lifetime = Retrievability.daysUntil(RetentionCurve.EXPONENTIAL, FADED)
                * Retrievability.strength(importance, recalls);

        assertThat(lifetime).isCloseTo(days, within(.05));
        assertThat(Retrievability.after(RetentionCurve.EXPONENTIAL, days(lifetime), importance, recalls))
                .isCloseTo(FADED, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(RetentionCurve.class)
    void falls_with_every_fraction_of_a_day_and_never_leaves_its_range(RetentionCurve curve) {
        double before = 1;
        for (int minutes = 1; minutes < 500_000; minutes += 77) {
            double now = Retrievability.after(curve, Duration.ofMinutes(minutes), .4, 2);

            assertThat(now).isLessThan(before).isBetween(0.0, 1.0);
            before = now;
        }
    }

    @ParameterizedTest
    @EnumSource(RetentionCurve.class)
    void a_clock_that_went_back_makes_it_fresh_and_an_endless_age_is_a_number(RetentionCurve curve) {
        assertThat(Retrievability.after(curve, Duration.ofDays(-400), .4, 2)).isEqualTo(1);
        assertThat(Retrievability.after(curve, Duration.ofDays(9_000_000), 0, 0))
                .isBetween(0.0, .01);
        assertThat(Retrievability.kept(curve, Duration.ofDays(9_000_000), 0, 0)).isEqualTo(Retrievability.FLOOR);
    }

    @Test
    void both_curves_agree_at_nine_tenths_and_the_power_law_keeps_more_afterwards() {
        Duration early = days(Retrievability.daysUntil(RetentionCurve.EXPONENTIAL, .9));

        assertThat(Retrievability.after(RetentionCurve.POWER, early, 0, 0)).isCloseTo(.9, within(1e-4));
        assertThat(Retrievability.after(RetentionCurve.POWER, Duration.ofDays(23), 0, 0))
                .isGreaterThan(.3);
    }

    private static Duration days(double days) {
        return Duration.ofMillis(Math.round(days * 86_400_000));
    }
}
