package viva.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import viva.gateway.account.FairQueue.Verdict;

class FairQueueTest {
    private static final Party GREEDY = new Party("greedy", 50);
    private static final Party MODEST = new Party("modest", 2);

    private final FairQueue<String> queue = new FairQueue<>(60);

    @Test
    void parties_take_turns_however_much_one_of_them_wants() {
        for (int i = 1; i <= 50; i++) {
            queue.offer(GREEDY, "g" + i);
        }
        queue.offer(MODEST, "m1");
        queue.offer(MODEST, "m2");

        assertThat(polled(5)).containsExactly("g1", "m1", "g2", "m2", "g3");
    }

    @Test
    void within_a_party_the_first_comes_first() {
        queue.offer(GREEDY, "1");
        queue.offer(GREEDY, "2");
        queue.offer(GREEDY, "3");

        assertThat(polled(3)).containsExactly("1", "2", "3");
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void a_line_that_is_full_is_its_party_s_own_affair() {
        queue.offer(MODEST, "1");
        queue.offer(MODEST, "2");

        assertThat(queue.offer(MODEST, "3")).isEqualTo(Verdict.LINE_IS_FULL);
        assertThat(queue.offer(GREEDY, "1")).isEqualTo(Verdict.WAITS);
        queue.poll();
        assertThat(queue.offer(MODEST, "3")).isEqualTo(Verdict.WAITS);
    }

    @Test
    void all_lines_together_have_an_end_and_what_is_taken_makes_room() {
        for (int i = 0; i < 60; i++) {
            assertThat(queue.offer(new Party("party " + i, 1), "x")).isEqualTo(Verdict.WAITS);
        }

        assertThat(queue.offer(GREEDY, "one more")).isEqualTo(Verdict.QUEUE_IS_FULL);
        queue.poll();
        assertThat(queue.offer(GREEDY, "one more")).isEqualTo(Verdict.WAITS);
    }

    private List<String> polled(int count) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<String> next = queue.poll();
            next.ifPresent(items::add);
        }
        return items;
    }
}
