package viva.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import viva.contracts.MessageId;

class DeltaGateTest {
    private static final MessageId FIRST = message(1);
    private static final MessageId SECOND = message(2);

    private final DeltaGate gate = new DeltaGate();

    @Test
    void parts_that_follow_each_other_are_shown() {
        assertThat(IntStream.range(0, 5)).allMatch(index -> gate.admits(FIRST, index));
    }

    @Test
    void after_a_lost_part_no_more_of_the_answer_is_shown() {
        gate.admits(FIRST, 0);

        assertThat(gate.admits(FIRST, 2)).isFalse();
        assertThat(gate.admits(FIRST, 1)).isFalse();
        assertThat(gate.admits(FIRST, 3)).isFalse();
        assertThat(gate.admits(SECOND, 0)).isTrue();
    }

    @Test
    void a_channel_that_came_in_the_middle_waits_for_the_answer() {
        assertThat(gate.admits(FIRST, 3)).isFalse();
        assertThat(gate.admits(FIRST, 4)).isFalse();
    }

    @Test
    void a_part_that_comes_twice_is_shown_once_and_loses_nothing() {
        gate.admits(FIRST, 0);

        assertThat(gate.admits(FIRST, 0)).isFalse();
        assertThat(gate.admits(FIRST, 1)).isTrue();
    }

    @Test
    void two_answers_at_a_time_do_not_disturb_each_other() {
        assertThat(gate.admits(FIRST, 0)).isTrue();
        assertThat(gate.admits(SECOND, 0)).isTrue();
        assertThat(gate.admits(FIRST, 1)).isTrue();
        assertThat(gate.admits(SECOND, 1)).isTrue();
    }

    @Test
    void nothing_of_an_answer_comes_after_it() {
        gate.admits(FIRST, 0);
        gate.close(FIRST);

        assertThat(gate.admits(FIRST, 1)).isFalse();
    }

    @Test
    void what_it_has_forgotten_is_not_begun_in_the_middle() {
        gate.admits(FIRST, 0);
        IntStream.range(10, 20).forEach(n -> gate.admits(message(n), 0));

        assertThat(gate.admits(FIRST, 1)).isFalse();
    }

    private static MessageId message(int n) {
        return new MessageId(new UUID(n, n));
    }
}
