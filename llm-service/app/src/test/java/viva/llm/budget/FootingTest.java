package viva.llm.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import viva.llm.allowance.Coordination.Course;

class FootingTest {
    private final Exception away = new IllegalStateException("away");
    private static final long MINUTE = 60_000_000;

    private final TestClock clock = new TestClock();
    private final Footing footing = new Footing(1, MINUTE, clock);

    @Test
    void one_late_answer_changes_nothing_for_one_of_several() {
        counted(3);

        footing.missed(away);
        clock.pass(Duration.ofSeconds(2));
        footing.missed(away);

        assertThat(footing.course()).isEqualTo(new Course.AskShared());
    }

    @Test
    void one_of_several_that_hears_nothing_stops_and_goes_on_with_its_share_after_a_minute() {
        counted(3);

        footing.missed(away);
        clock.pass(Duration.ofSeconds(3));
        footing.missed(away);

        assertThat(footing.course()).isEqualTo(new Course.Stop(MINUTE));
        clock.pass(Duration.ofMinutes(1));
        assertThat(footing.course()).isEqualTo(new Course.OwnShare(3));
    }

    @Test
    void an_answer_between_two_late_ones_ends_the_silence() {
        counted(3);

        footing.missed(away);
        clock.pass(Duration.ofSeconds(2));
        counted(3);
        clock.pass(Duration.ofSeconds(2));
        footing.missed(away);

        assertThat(footing.course()).isEqualTo(new Course.AskShared());
    }

    @Test
    void the_only_process_goes_on_at_the_first_silence() {
        counted(1);

        footing.missed(away);

        assertThat(footing.course()).isEqualTo(new Course.OwnShare(1));
    }

    @Test
    void counters_that_come_back_are_asked_beside_ones_own_for_a_minute() {
        counted(1);
        footing.missed(away);

        counted(2);

        assertThat(footing.course()).isEqualTo(new Course.Both(2));
        clock.pass(Duration.ofMinutes(1));
        assertThat(footing.course()).isEqualTo(new Course.AskShared());
    }

    @Test
    void counters_that_were_lost_start_nothing_for_a_minute_where_there_are_several() {
        counted(2);

        footing.reached(new RedisBooks.Pulse(2, false));

        assertThat(footing.course()).isEqualTo(new Course.Stop(MINUTE));
        clock.pass(Duration.ofMinutes(1));
        assertThat(footing.course()).isEqualTo(new Course.AskShared());
    }

    private void counted(int processes) {
        footing.reached(new RedisBooks.Pulse(processes, true));
    }
}
