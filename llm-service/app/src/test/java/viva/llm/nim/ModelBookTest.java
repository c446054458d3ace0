package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelBookTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    private final ModelBook book = new ModelBook(Map.of(Purpose.ANSWER, List.of("a", "b", "c")), Duration.ofHours(1));

    @Test
    void a_model_that_is_gone_is_not_asked_for_a_while() {
        assertThat(book.noteGone("a", 410, NOW)).isTrue();
        assertThat(book.noteGone("a", 410, NOW)).isFalse();

        assertThat(book.alive(Purpose.ANSWER, NOW.plusSeconds(3_599))).containsExactly("b", "c");
        assertThat(book.alive(Purpose.ANSWER, NOW.plusSeconds(3_600))).containsExactly("a", "b", "c");
    }

    @Test
    void the_models_after_one_are_those_that_are_there() {
        book.noteGone("b", 404, NOW);

        assertThat(book.after("a", Purpose.ANSWER, NOW)).containsExactly("c");
        assertThat(book.after("c", Purpose.ANSWER, NOW)).isEmpty();
    }

    @Test
    void a_model_that_speaks_again_is_back() {
        book.noteGone("a", 404, NOW);

        book.spoke("a", NOW);

        assertThat(book.alive(Purpose.ANSWER, NOW)).contains("a");
        assertThat(book.latest()).contains(new ModelBook.Spoke("a", NOW));
    }

    @Test
    void refused_fields_add_up() {
        book.refuses("a", EnumSet.of(OptionalField.TOP_P));
        book.refuses("a", EnumSet.of(OptionalField.STREAM_OPTIONS));

        assertThat(book.refused("a")).containsExactlyInAnyOrder(OptionalField.TOP_P, OptionalField.STREAM_OPTIONS);
        assertThat(book.refused("b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nvidia/nemotron-3.5-lightning-30b-a3b, TEMPLATE",
        "nvidia/nemotron-3-super-120b-a12b, TEMPLATE",
        "nvidia/nemotron-3-ultra-550b-a55b, TEMPLATE",
        "nvidia/llama-3.3-nemotron-super-49b-v1.5, NO_THINK",
        "nvidia/llama-3.3-nemotron-super-49b-v1, DETAILED_OFF",
        "nvidia/llama-3.1-nemotron-ultra-253b-v1, DETAILED_OFF",
        "qwen/qwen3-32b, TEMPLATE",
        "openai/gpt-oss-20b, LOW_EFFORT",
        "llama3.2, NONE"
    })
    void thinking_is_switched_off_as_each_family_wants_it(String model, Thinking thinking) {
        assertThat(Thinking.of(model)).isEqualTo(thinking);
    }
}
