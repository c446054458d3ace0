package viva.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import viva.gateway.limit.Limits.Limit;

class LocalLimitsTest {
    private static final Limit TWO_A_SECOND = new Limit("two", 2, Duration.ofSeconds(1));
    private static final long HALF_A_SECOND = 500_000;

    private final LocalLimits limits = new LocalLimits(100);

    @Test
    void who_waits_as_long_as_told_gets_through() {
        assertThat(limits.take(TWO_A_SECOND, "luna", 0)).isZero();
        assertThat(limits.take(TWO_A_SECOND, "luna", 0)).isZero();

        long wait = limits.take(TWO_A_SECOND, "luna", 0);

        assertThat(wait).isEqualTo(HALF_A_SECOND);
        assertThat(limits.take(TWO_A_SECOND, "luna", wait - 1)).isEqualTo(1);
        assertThat(limits.take(TWO_A_SECOND, "luna", wait)).isZero();
    }

    @Test
    void each_caller_and_each_limit_counts_apart() {
        Limit other = new Limit("other", 1, Duration.ofSeconds(1));
        limits.take(TWO_A_SECOND, "luna", 0);
        limits.take(TWO_A_SECOND, "luna", 0);

        assertThat(limits.take(TWO_A_SECOND, "sol", 0)).isZero();
        assertThat(limits.take(other, "luna", 0)).isZero();
        assertThat(limits.take(TWO_A_SECOND, "luna", 0)).isPositive();
    }

    @Test
    void those_who_have_nothing_to_wait_for_are_forgotten_first() {
        for (int i = 0; i < 100; i++) {
            limits.take(TWO_A_SECOND, "early" + i, 0);
        }
        limits.take(TWO_A_SECOND, "late", HALF_A_SECOND);
        limits.take(TWO_A_SECOND, "late", HALF_A_SECOND);

        assertThat(limits.size()).isEqualTo(1);
        assertThat(limits.take(TWO_A_SECOND, "late", HALF_A_SECOND)).isPositive();
    }

    @Test
    void a_flood_of_names_costs_no_memory() {
        for (int i = 0; i < 10_000; i++) {
            limits.take(TWO_A_SECOND, "nobody" + i, 0);

            assertThat(limits.size()).isLessThanOrEqualTo(100);
        }
    }
}
