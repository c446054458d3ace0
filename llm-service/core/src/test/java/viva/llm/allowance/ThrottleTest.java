package viva.llm.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static viva.llm.allowance.Demands.COURSE;
import static viva.llm.allowance.Demands.MINUTE;
import static viva.llm.allowance.Demands.NOW;
import static viva.llm.allowance.Demands.SECOND;

import org.junit.jupiter.api.Test;

class ThrottleTest {
    @Test
    void it_halves_at_once_and_recovers_by_a_twentieth_a_minute() {
        Throttle shrunk = Throttle.NONE.shrunk(NOW - SECOND, 0, NOW, COURSE);

        assertThat(shrunk.factorAt(NOW, COURSE)).isEqualTo(.5);
        assertThat(shrunk.factorAt(NOW + MINUTE, COURSE)).isCloseTo(.55, within(1e-9));
        assertThat(shrunk.factorAt(NOW + 9 * MINUTE, COURSE)).isCloseTo(.95, within(1e-9));
        assertThat(shrunk.factorAt(NOW + 30 * MINUTE, COURSE)).isEqualTo(1);
    }

    @Test
    void answers_to_requests_of_before_do_not_shrink_it_again_but_may_lengthen_the_pause() {
        Throttle once = Throttle.NONE.shrunk(NOW - SECOND, SECOND, NOW, COURSE);

        Throttle twice = once.shrunk(NOW - SECOND, 5 * SECOND, NOW + SECOND, COURSE);

        assertThat(twice).isEqualTo(new Throttle(.5, NOW, NOW + 6 * SECOND));
        assertThat(twice.shrunk(NOW - SECOND, 0, NOW + 2 * SECOND, COURSE)).isEqualTo(twice);
    }

    @Test
    void it_never_shrinks_below_the_least_factor() {
        Throttle throttle = Throttle.NONE;
        for (int i = 1; i <= 10; i++) {
            throttle = throttle.shrunk(NOW + i * SECOND, 0, NOW + i * SECOND, COURSE);
        }

        assertThat(throttle.factor()).isEqualTo(.1);
    }
}
