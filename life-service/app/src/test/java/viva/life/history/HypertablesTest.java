package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HypertablesTest {
    @Test
    void averages_follow_what_changes_for_two_weeks() {
        assertThat(Hypertables.reach(Duration.ofDays(30))).isEqualTo(Duration.ofDays(14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "P1D", "P4D", "P5D", "P14D", "P15D", "P16D", "P3650D"})
    void averages_do_not_follow_to_where_samples_are_forgotten(String retention) {
        Duration wanted = Duration.parse(retention);

        assertThat(Hypertables.reach(wanted)).isLessThan(Hypertables.kept(wanted));
        assertThat(Hypertables.reach(wanted)).isBetween(Duration.ofDays(3), Duration.ofDays(14));
        assertThat(Hypertables.kept(wanted)).isGreaterThanOrEqualTo(wanted);
    }
}
