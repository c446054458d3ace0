package viva.gateway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaChoiceTest {
    private static final Duration REST = Duration.ofSeconds(5);
    private static final long REST_NANOS = REST.toNanos();

    @Test
    void everybody_is_asked_in_turn() {
        assertThat(firsts(new ReplicaChoice(3, REST), 6, 0)).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void one_that_failed_rests_and_is_asked_again_after_its_rest() {
        ReplicaChoice choice = new ReplicaChoice(2, REST);

        choice.failed(0, 100);

        assertThat(firsts(choice, 4, 100 + REST_NANOS - 1)).containsOnly(1);
        assertThat(firsts(choice, 4, 100 + REST_NANOS)).contains(0, 1);
    }

    @Test
    void one_that_answered_rests_no_longer() {
        ReplicaChoice choice = new ReplicaChoice(2, REST);
        choice.failed(0, 0);

        choice.answered(0);

        assertThat(firsts(choice, 4, 1)).contains(0, 1);
    }

    @Test
    void instead_of_one_that_failed_another_is_asked_and_never_itself() {
        ReplicaChoice choice = new ReplicaChoice(3, REST);
        choice.failed(1, 0);

        assertThat(choice.other(1, 0)).hasValue(2);
        choice.failed(2, 0);
        assertThat(choice.other(1, 0)).hasValue(0);
        choice.failed(0, 0);
        assertThat(choice.other(1, 0)).isEmpty();
    }

    @Test
    void when_all_rest_the_one_that_wakes_first_is_asked() {
        ReplicaChoice choice = new ReplicaChoice(3, REST);
        choice.failed(0, 300);
        choice.failed(1, 100);
        choice.failed(2, 200);

        assertThat(choice.first(400)).isEqualTo(1);
    }

    @Test
    void instants_may_be_negative_as_those_of_a_monotonic_clock_are() {
        ReplicaChoice choice = new ReplicaChoice(2, REST);
        choice.failed(0, Long.MAX_VALUE - 10);

        assertThat(firsts(choice, 4, Long.MAX_VALUE - 5)).containsOnly(1);
        assertThat(firsts(choice, 4, Long.MIN_VALUE + REST_NANOS)).contains(0);
    }

    @Test
    void without_an_address_there_is_nothing_to_choose() {
        assertThatThrownBy(() -> new ReplicaChoice(0, REST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be at least 1: count = 0");
    }

    private static List<Integer> firsts(ReplicaChoice choice, int count, long now) {
        List<Integer> firsts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            firsts.add(choice.first(now));
        }
        return firsts;
    }
}
