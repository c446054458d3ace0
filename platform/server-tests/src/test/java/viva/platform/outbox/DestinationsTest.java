package viva.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DestinationsTest {
    private static final long SECOND = 1_000_000_000;
    private static final String LLM = "viva.commands llm.background";
    private static final String SHARD = "viva.commands life.shard.5";

    private final Destinations destinations = new Destinations();

    @Test
    void one_that_confirms_everything_is_never_held() {
        destinations.sent(SHARD);
        destinations.sent(SHARD);
        assertThat(destinations.held()).containsExactly(SHARD);
        destinations.confirmed(SHARD);
        destinations.confirmed(SHARD);

        assertThat(destinations.held()).isEmpty();
    }

    @Test
    void one_that_refuses_rests_ever_longer_and_holds_no_other() {
        List<Long> rests = new ArrayList<>();
        long now = 0;
        destinations.sent(LLM);
        destinations.sent(SHARD);
        destinations.refused(LLM, "full", now);
        destinations.confirmed(SHARD);

        for (int n = 0; n < 7; n++) {
            assertThat(destinations.held()).containsExactly(LLM);
            long due = destinations.nextDue().orElseThrow();
            assertThat(destinations.due(due - 1)).isEmpty();
            assertThat(destinations.due(due)).containsExactly(LLM);
            rests.add((due - now) / SECOND);
            now = due;
            destinations.sent(LLM);
            assertThat(destinations.due(now)).as("while one is on its way").isEmpty();
            destinations.refused(LLM, "full", now);
        }

        assertThat(rests).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void the_others_of_its_batch_say_nothing_new() {
        destinations.sent(LLM);
        destinations.sent(LLM);
        destinations.sent(LLM);

        assertThat(destinations.refused(LLM, "full", 0)).isTrue();
        assertThat(destinations.refused(LLM, "full", SECOND)).isFalse();
        assertThat(destinations.due(2 * SECOND)).as("one is still out").isEmpty();
        destinations.confirmed(LLM);

        assertThat(destinations.due(SECOND)).containsExactly(LLM);
        assertThat(destinations.refusing()).isEqualTo(Map.of(LLM, "full"));
    }

    @Test
    void one_message_that_gets_through_opens_it_again() {
        destinations.sent(LLM);
        destinations.refused(LLM, "full", 0);
        destinations.sent(LLM);

        destinations.confirmed(LLM);

        assertThat(destinations.held()).isEmpty();
        assertThat(destinations.refusing()).isEmpty();
    }

    @Test
    void a_broker_that_is_away_is_no_fault_of_a_destination() {
        destinations.sent(LLM);
        destinations.refused(LLM, "full", 0);
        destinations.sent(LLM);
        destinations.sent(SHARD);

        destinations.unsent(LLM, SECOND);
        destinations.unsent(SHARD, SECOND);

        assertThat(destinations.held()).containsExactly(LLM);
        assertThat(destinations.due(2 * SECOND - 1)).isEmpty();
        assertThat(destinations.due(2 * SECOND)).containsExactly(LLM);
    }

    @Test
    void one_with_nothing_left_to_try_is_free() {
        destinations.sent(LLM);
        destinations.refused(LLM, "full", 0);

        destinations.empty(LLM);

        assertThat(destinations.held()).isEmpty();
    }
}
