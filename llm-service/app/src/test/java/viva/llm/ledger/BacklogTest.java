package viva.llm.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import viva.llm.budget.Call;
import viva.llm.budget.CallPurpose;
import viva.llm.budget.Expense;
import viva.llm.budget.Usage;
import viva.platform.messaging.outage.Fate;
import viva.platform.messaging.outage.Outage;

class BacklogTest {
    private static final int ATTEMPTS = 3;
    private static final Fate AWAY = new Fate.Waits(new Outage("database", "away"));
    private static final Fate BUG = new Fate.Bug();
    private static final Fate UNHANDLEABLE = new Fate.Unhandleable("too long");

    private final Backlog backlog = new Backlog(ATTEMPTS);

    @Test
    void a_batch_waits_for_the_end_of_an_outage_as_it_is() {
        add(5);
        Batch batch = backlog.first().orElseThrow();

        for (int n = 0; n < 10 * ATTEMPTS; n++) {
            assertThat(backlog.refused(batch, AWAY)).isEqualTo(Backlog.Next.WAIT);
            assertThat(backlog.first()).contains(batch);
        }
    }

    @Test
    void a_batch_that_meets_a_bug_is_tried_again_under_its_id_a_few_times() {
        add(5);
        UUID id = backlog.first().orElseThrow().id();

        for (int n = 1; n < ATTEMPTS; n++) {
            assertThat(backlog.refused(backlog.first().orElseThrow(), BUG)).isEqualTo(Backlog.Next.WAIT);
            assertThat(backlog.first().orElseThrow().id()).isEqualTo(id);
        }
        assertThat(backlog.refused(backlog.first().orElseThrow(), BUG)).isEqualTo(Backlog.Next.GO_ON);
        assertThat(backlog.first().orElseThrow().id()).isNotEqualTo(id);
        assertThat(backlog.size()).isEqualTo(5);
    }

    @Test
    void what_a_batch_fails_at_is_given_up_alone_and_the_others_are_written_in_order() {
        for (Fate fate : List.of(BUG, UNHANDLEABLE)) {
            List<Expense> all = add(1_000);
            Expense bad = all.get(617);

            List<Expense> written = writeAllBut(bad, fate);

            assertThat(written)
                    .containsExactlyElementsOf(
                            all.stream().filter(expense -> !expense.equals(bad)).toList());
            assertThat(backlog.size()).isZero();
        }
    }

    @Test
    void no_more_than_a_limit_wait() {
        add(Backlog.MOST);
        var _ = backlog.first();

        assertThat(backlog.add(expense())).isFalse();
        backlog.written(backlog.first().orElseThrow());
        assertThat(backlog.add(expense())).isTrue();
    }

    @Test
    void what_two_have_tried_to_write_counts_once() {
        add(Backlog.MOST_AT_ONCE + 1);
        Batch batch = backlog.first().orElseThrow();

        backlog.written(batch);
        Batch next = backlog.first().orElseThrow();
        backlog.written(batch);
        assertThat(backlog.refused(batch, BUG)).isEqualTo(Backlog.Next.WAIT);

        assertThat(backlog.first()).contains(next);
        assertThat(backlog.size()).isEqualTo(1);
    }

    private List<Expense> writeAllBut(Expense bad, Fate fate) {
        List<Expense> written = new ArrayList<>();
        int lost = 0;
        while (backlog.first().isPresent()) {
            Batch batch = backlog.first().orElseThrow();
            if (!batch.expenses().contains(bad)) {
                backlog.written(batch);
                written.addAll(batch.expenses());
            } else if (backlog.refused(batch, fate) == Backlog.Next.LOST) {
                lost++;
            }
        }
        assertThat(lost).isEqualTo(1);
        return written;
    }

    private List<Expense> add(int count) {
        List<Expense> all = IntStream.range(0, count).mapToObj(_ -> expense()).toList();
        assertThat(all).allMatch(backlog::add);
        return all;
    }

    private static Expense expense() {
        return new Expense(
                UUID.randomUUID(),
                Instant.EPOCH,
                new Call(CallPurpose.PROBE, null, null, 10),
                new Usage("first", 1, 1, false),
                1);
    }
}
