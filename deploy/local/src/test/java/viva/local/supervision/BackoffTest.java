package viva.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void the_wait_doubles_up_to_a_limit_and_then_the_part_is_given_up() {
        Backoff backoff = new Backoff();

        assertThat(backoff.afterDeath(Duration.ZERO)).contains(Duration.ofMillis(500));
        assertThat(backoff.afterDeath(Duration.ZERO)).contains(Duration.ofSeconds(1));
        for (int death = 3; death < 8; death++) {
            assertThat(backoff.afterDeath(Duration.ZERO)).isPresent();
        }
        assertThat(backoff.afterDeath(Duration.ZERO)).contains(Duration.ofSeconds(30));
        assertThat(backoff.afterDeath(Duration.ZERO)).isEmpty();
    }

    @Test
    void a_part_that_lived_for_a_while_starts_over() {
        Backoff backoff = new Backoff();
        for (int death = 1; death <= 8; death++) {
            backoff.afterDeath(Duration.ZERO);
        }

        assertThat(backoff.afterDeath(Duration.ofMinutes(1))).contains(Duration.ofMillis(500));
    }
}
