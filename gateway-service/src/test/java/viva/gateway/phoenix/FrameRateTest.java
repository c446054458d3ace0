package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import viva.gateway.phoenix.FrameRate.Verdict;

class FrameRateTest {
    private final FrameRate rate = new FrameRate(10, 3, 0);

    @Test
    void a_burst_is_within_the_rate_and_one_more_is_over_it() {
        assertThat(rate.count(0)).isEqualTo(Verdict.WITHIN);
        assertThat(rate.count(0)).isEqualTo(Verdict.WITHIN);
        assertThat(rate.count(0)).isEqualTo(Verdict.WITHIN);
        assertThat(rate.count(0)).isEqualTo(Verdict.OVER);
    }

    @Test
    void time_brings_frames_back_up_to_a_burst() {
        for (int i = 0; i < 4; i++) {
            rate.count(0);
        }

        long later = TimeUnit.HOURS.toNanos(1);
        assertThat(rate.count(later)).isEqualTo(Verdict.WITHIN);
        rate.count(later);
        rate.count(later);
        assertThat(rate.count(later)).isEqualTo(Verdict.OVER);
    }

    @Test
    void who_does_not_stop_is_far_over_the_rate() {
        for (int i = 0; i < 5; i++) {
            rate.count(0);
        }

        assertThat(rate.count(0)).isEqualTo(Verdict.FAR_OVER);
    }

    @Test
    void a_steady_sender_at_the_rate_is_never_over_it() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(rate.count(TimeUnit.MILLISECONDS.toNanos(100L * i))).isEqualTo(Verdict.WITHIN);
        }
    }
}
