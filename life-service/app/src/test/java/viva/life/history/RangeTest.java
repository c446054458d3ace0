package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RangeTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void without_a_wish_it_is_the_last_day_in_a_few_points() {
        Range range = Range.of(null, null, null, NOW);

        assertThat(range.from()).isEqualTo(NOW.minus(Duration.ofHours(24)));
        assertThat(range.to()).isEqualTo(NOW);
        assertThat(range.step()).isEqualTo(Duration.ofMinutes(10));
        assertThat(range.instants()).hasSize(145).startsWith(range.from()).endsWith(NOW);
    }

    @Test
    void any_length_has_a_step_that_gives_two_hundred_points_at_most() {
        for (long minutes = 1; minutes < 3_000_000; minutes = minutes * 3 + 1) {
            Range range = Range.of(NOW.minus(Duration.ofMinutes(minutes)), NOW, null, NOW);

            assertThat(range.instants()).as("minutes " + minutes).hasSizeBetween(2, 200);
        }
    }

    @Test
    void what_makes_no_sense_is_refused_in_words() {
        assertThatThrownBy(() -> Range.of(NOW, NOW.minusSeconds(1), null, NOW)).hasMessageContaining("from must be");
        assertThatThrownBy(() -> Range.of(null, NOW.plusSeconds(1), null, NOW)).hasMessageContaining("future");
        assertThatThrownBy(() -> Range.of(null, null, Duration.ZERO, NOW)).hasMessageContaining("PT1S");
        assertThatThrownBy(() -> Range.of(null, null, Duration.ofSeconds(-5), NOW))
                .hasMessageContaining("PT1S");
        assertThatThrownBy(() -> Range.of(null, null, Duration.ofMinutes(1), NOW))
                .hasMessageContaining("1441 points");
    }
}
