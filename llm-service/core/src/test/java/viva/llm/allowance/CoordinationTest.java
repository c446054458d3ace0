package viva.llm.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.llm.allowance.Demands.MINUTE;
import static viva.llm.allowance.Demands.NOW;
import static viva.llm.allowance.Demands.SECOND;

import org.junit.jupiter.api.Test;
import viva.llm.allowance.Coordination.Course;
import viva.llm.allowance.Coordination.Lost;
import viva.llm.allowance.Coordination.Regained;
import viva.llm.allowance.Coordination.Shared;

class CoordinationTest {
    @Test
    void one_of_several_stops_for_a_minute_and_then_takes_its_share() {
        Coordination lost = new Shared(3).missed(true, NOW);

        assertThat(course(lost, NOW + 10 * SECOND)).isEqualTo(new Course.Stop(50 * SECOND));
        assertThat(course(lost, NOW + MINUTE)).isEqualTo(new Course.OwnShare(3));
    }

    @Test
    void the_only_one_goes_on_at_once() {
        assertThat(course(new Shared(1).missed(true, NOW), NOW)).isEqualTo(new Course.OwnShare(1));
    }

    @Test
    void one_that_was_never_counted_does_not_believe_to_be_the_only_one() {
        Coordination lost = new Shared(1).missed(false, NOW);

        assertThat(course(lost, NOW)).isEqualTo(new Course.Stop(MINUTE));
        assertThat(course(lost, NOW + MINUTE)).isEqualTo(new Course.OwnShare(1));
    }

    @Test
    void missing_them_again_does_not_begin_the_minute_anew() {
        Coordination lost = new Shared(2).missed(true, NOW);

        assertThat(lost.missed(true, NOW + 30 * SECOND)).isEqualTo(lost);
    }

    @Test
    void when_they_answer_again_both_must_agree_for_a_minute() {
        Coordination regained = new Shared(2).missed(true, NOW).reached(2, NOW + 5 * SECOND, MINUTE);

        assertThat(course(regained, NOW + 5 * SECOND)).isEqualTo(new Course.Both(2));
        assertThat(regained.reached(3, NOW + 20 * SECOND, MINUTE)).isEqualTo(new Regained(NOW + 5 * SECOND, 3));
        assertThat(course(regained, NOW + 65 * SECOND)).isEqualTo(new Course.AskShared());
        assertThat(regained.reached(2, NOW + 65 * SECOND, MINUTE)).isEqualTo(new Shared(2));
    }

    @Test
    void they_can_be_lost_again_while_they_are_regained() {
        Coordination regained = new Regained(NOW, 2);

        assertThat(regained.missed(true, NOW + SECOND)).isEqualTo(new Lost(NOW + SECOND, 2, true));
    }

    @Test
    void books_that_lost_their_pages_are_believed_when_the_window_has_forgotten_them_too() {
        Coordination emptied = new Shared(3).emptied(NOW);

        assertThat(course(emptied, NOW + 10 * SECOND)).isEqualTo(new Course.Stop(50 * SECOND));
        assertThat(emptied.reached(2, NOW + 10 * SECOND, MINUTE)).isEqualTo(new Coordination.Emptied(NOW, 2));
        assertThat(course(emptied, NOW + MINUTE)).isEqualTo(new Course.AskShared());
        assertThat(emptied.reached(3, NOW + MINUTE, MINUTE)).isEqualTo(new Shared(3));
        assertThat(emptied.missed(true, NOW)).isEqualTo(new Lost(NOW, 3, true));
    }

    @Test
    void the_only_one_knows_what_the_books_have_lost() {
        assertThat(course(new Shared(1).emptied(NOW), NOW)).isEqualTo(new Course.Both(1));
    }

    private static Course course(Coordination coordination, long now) {
        return coordination.course(now, MINUTE);
    }
}
