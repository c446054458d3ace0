package viva.gateway.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import viva.contracts.WorldTime;

class ClockReadingTest {
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final WorldTime NINE = WorldTime.parse("2030-01-01T09:00:00Z");

    @Test
    void a_running_clock_goes_on_by_its_scale() {
        ClockReading reading = new ClockReading(NINE, SINCE, 10, true, 1);

        assertThat(reading.at(SINCE.plusSeconds(60))).isEqualTo(NINE.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_paused_clock_stands_still() {
        ClockReading reading = new ClockReading(NINE, SINCE, 10, false, 1);

        assertThat(reading.at(SINCE.plusSeconds(60))).isEqualTo(NINE);
    }

    @Test
    void a_clock_does_not_run_before_it_was_set() {
        ClockReading reading = new ClockReading(NINE, SINCE, 10, true, 1);

        assertThat(reading.at(SINCE.minusSeconds(60))).isEqualTo(NINE);
    }

    @Test
    void the_next_minute_is_counted_in_real_time_and_never_missed() {
        ClockReading reading = new ClockReading(NINE, SINCE, 10, true, 1);

        assertThat(reading.untilNextMinute(SINCE)).isEqualTo(Duration.ofSeconds(6));
        assertThat(reading.untilNextMinute(SINCE.plusMillis(5_999))).isEqualTo(Duration.ofMillis(1));
        Instant due = SINCE.plusMillis(100).plus(reading.untilNextMinute(SINCE.plusMillis(100)));
        assertThat(reading.at(due)).isEqualTo(NINE.plus(Duration.ofMinutes(1)));
    }

    @Test
    void it_is_told_as_clients_read_it() {
        ClockReading reading = new ClockReading(NINE, SINCE, 10, true, 1);

        assertThat(reading.told(SINCE).toString())
                .isEqualTo("{\"world_time\":\"2030-01-01T09:00:00Z\",\"scale\":10.0,\"running\":true}");
    }

    @Test
    void a_clock_that_goes_backwards_or_nowhere_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClockReading(NINE, SINCE, 0, true, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClockReading(NINE, SINCE, Double.NaN, true, 1));
    }
}
