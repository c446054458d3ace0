package viva.life.sleep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import viva.contracts.WorldTime;

class SleepTest {
    private static final SleepParameters PARAMETERS = SleepParameters.DEFAULT;
    private static final double USUAL = 15.6;
    private static final long MIDNIGHT = WorldTime.parse("2030-01-01T00:00:00Z").millis();
    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;

    @Test
    void the_usual_chronotype_sleeps_from_about_eleven_to_seven() {
        Sleep day = Sleep.settled(MIDNIGHT + 20 * HOUR, USUAL, PARAMETERS);
        Sleep night = day.switched(day.switchAt(), USUAL, PARAMETERS);

        assertThat(day.asleep()).isFalse();
        assertThat(day.switchAt()).isCloseTo(MIDNIGHT + 23 * HOUR + 5 * MINUTE, within(5 * MINUTE));
        assertThat(night.switchAt()).isCloseTo(MIDNIGHT + 31 * HOUR, within(5 * MINUTE));
        assertThat((night.switchAt() - night.since()) / (double) HOUR).isCloseTo(7.9, within(.1));
    }

    @Test
    void the_chronotype_shifts_the_night_hour_for_hour() {
        long usual = bedtime(USUAL);

        assertThat(bedtime(USUAL - 2) - usual).isCloseTo(-2 * HOUR, within(MINUTE));
        assertThat(bedtime(USUAL + 2) - usual).isCloseTo(2 * HOUR, within(MINUTE));
    }

    @Test
    void a_month_has_no_drift() {
        Sleep sleep = Sleep.settled(MIDNIGHT, USUAL, PARAMETERS);
        long first = sleep.switchAt();

        for (int i = 0; i < 60; i++) {
            sleep = sleep.switched(sleep.switchAt(), USUAL, PARAMETERS);
        }

        assertThat(sleep.switchAt() - first).isCloseTo(30 * 24 * HOUR, within(1_000L));
    }

    @Test
    void a_switch_happens_at_the_very_millisecond_at_which_the_threshold_is_met() {
        Sleep day = Sleep.settled(MIDNIGHT + 12 * HOUR, USUAL, PARAMETERS);
        Sleep night = day.switched(day.switchAt(), USUAL, PARAMETERS);

        assertThat(day.pressureAt(day.switchAt(), PARAMETERS))
                .isGreaterThanOrEqualTo(PARAMETERS.upperAt(day.switchAt(), USUAL));
        assertThat(day.pressureAt(day.switchAt() - 1, PARAMETERS))
                .isLessThan(PARAMETERS.upperAt(day.switchAt() - 1, USUAL));
        assertThat(night.pressureAt(night.switchAt(), PARAMETERS))
                .isLessThanOrEqualTo(PARAMETERS.lowerAt(night.switchAt(), USUAL));
        assertThat(night.pressureAt(night.switchAt() - 1, PARAMETERS))
                .isGreaterThan(PARAMETERS.lowerAt(night.switchAt() - 1, USUAL));
    }

    @Test
    void many_small_steps_of_pressure_equal_one_jump() {
        SplittableRandom random = new SplittableRandom(5);

        for (int attempt = 0; attempt < 1_000; attempt++) {
            boolean asleep = random.nextBoolean();
            Sleep whole = new Sleep(random.nextDouble(), asleep, MIDNIGHT, Long.MAX_VALUE);
            Sleep step = whole;
            long at = MIDNIGHT;
            for (int i = 0; i < 30; i++) {
                at += random.nextLong(HOUR);
                step = new Sleep(step.pressureAt(at, PARAMETERS), asleep, at, Long.MAX_VALUE);
            }

            assertThat(step.pressure()).isCloseTo(whole.pressureAt(at, PARAMETERS), within(1e-9));
        }
    }

    @Test
    void the_next_switch_does_not_depend_on_when_the_pressure_was_last_written() {
        SplittableRandom random = new SplittableRandom(6);
        Sleep night = nightOf(MIDNIGHT + 20 * HOUR);

        for (int attempt = 0; attempt < 1_000; attempt++) {
            long at = random.nextLong(night.since(), night.switchAt());
            Sleep later = Sleep.asleep(night.pressureAt(at, PARAMETERS), at, USUAL, PARAMETERS);

            assertThat(later.switchAt()).isCloseTo(night.switchAt(), within(1L));
        }
    }

    @Test
    void a_newborn_is_awake_for_two_hours_at_any_time_of_day() {
        for (int quarter = 0; quarter < 96; quarter++) {
            long birth = MIDNIGHT + quarter * 15L * MINUTE;
            for (double phase = 13; phase <= 18; phase += .5) {
                Sleep newborn = Sleep.newborn(birth, phase, PARAMETERS);

                assertThat(newborn.asleep()).isFalse();
                assertThat(newborn.switchAt() - birth).isBetween(2 * HOUR - 5, 24 * HOUR);
            }
        }
    }

    @Test
    void a_newborn_of_the_night_is_back_in_rhythm_within_three_days() {
        Sleep sleep = Sleep.newborn(MIDNIGHT + 3 * HOUR, USUAL, PARAMETERS);
        while (sleep.switchAt() < MIDNIGHT + 75 * HOUR) {
            sleep = sleep.switched(sleep.switchAt(), USUAL, PARAMETERS);
        }

        assertThat(sleep.asleep()).isTrue();
        assertThat(sleep.since()).isCloseTo(MIDNIGHT + 71 * HOUR, within(20 * MINUTE));
    }

    @Test
    void the_past_reads_as_the_last_switch_and_the_far_future_stays_in_range() {
        Sleep night = nightOf(MIDNIGHT + 20 * HOUR);

        assertThat(night.pressureAt(Long.MIN_VALUE, PARAMETERS)).isEqualTo(night.pressure());
        assertThat(night.pressureAt(Long.MAX_VALUE, PARAMETERS)).isBetween(0.0, 1.0);
    }

    private static long bedtime(double phase) {
        return Sleep.settled(MIDNIGHT + 20 * HOUR, phase, PARAMETERS).switchAt();
    }

    private static Sleep nightOf(long evening) {
        Sleep day = Sleep.settled(evening, USUAL, PARAMETERS);
        return day.switched(day.switchAt(), USUAL, PARAMETERS);
    }
}
