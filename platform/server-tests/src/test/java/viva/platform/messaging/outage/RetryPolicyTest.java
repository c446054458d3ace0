package viva.platform.messaging.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import viva.platform.messaging.outage.RetryPolicy.Next;

class RetryPolicyTest {
    private static final Duration YOUNG = Duration.ofSeconds(5);
    private static final RetryPolicy POLICY = new RetryPolicy(
            9, Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(2));
    private static final Fate AWAY = new Fate.Waits(new Outage("database", "refused"));

    @Test
    void a_message_that_breaks_its_contract_is_dead_at_once() {
        assertThat(POLICY.after(new Fate.Unhandleable("not mine"), 1, Duration.ZERO))
                .isEqualTo(new Next.Dead("not mine"));
    }

    @Test
    void a_bug_is_met_a_bounded_number_of_times_with_ever_longer_pauses() {
        List<Next> eight = IntStream.rangeClosed(1, 8)
                .mapToObj(n -> POLICY.after(new Fate.Bug(), n, YOUNG))
                .toList();

        assertThat(eight)
                .extracting(next -> ((Next.Again) next).pause().toMillis())
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 10_000L);
        assertThat(POLICY.after(new Fate.Bug(), 9, YOUNG)).isEqualTo(new Next.Dead("it failed 9 times"));
    }

    @Test
    void an_outage_is_met_any_number_of_times() {
        assertThat(POLICY.after(AWAY, 1_000_000, YOUNG)).isEqualTo(new Next.Again(Duration.ofSeconds(1)));
        assertThat(POLICY.after(AWAY, 1, YOUNG)).isEqualTo(new Next.Again(Duration.ofMillis(100)));
    }

    @Test
    void an_outage_that_one_message_has_for_itself_is_its_own() {
        assertThat(POLICY.after(AWAY, 100, Duration.ofMinutes(2))).isInstanceOf(Next.Dead.class);
    }
}
