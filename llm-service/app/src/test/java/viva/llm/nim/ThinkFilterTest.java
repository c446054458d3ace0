package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThinkFilterTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 200})
    void thoughts_are_dropped_wherever_the_stream_is_cut(int chunk) {
        assertThat(filtered(
                        "<think>She asks <b>that</b>. </thin k></think>Hi! 3 < 4. <THINKING>more</thinking>Bye <3",
                        chunk))
                .isEqualTo("Hi! 3 < 4. Bye <3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no thoughts at all | no thoughts at all",
                "<think>never ends | ''",
                "before <think>never ends | 'before '",
                "a <thinker> is no tag | a <thinker> is no tag",
                "ends with < | ends with <",
                "ends with <thi | ends with <thi",
                "< think >x< / think >y | y",
                "<think></think>y | y",
                "<think>a</think>b<reasoning>c</reasoning>d | bd"
            })
    void what_is_shown_is_what_stands_outside(String said, String shown) {
        assertThat(filtered(said, 1)).isEqualTo(shown);
        assertThat(filtered(said, 200)).isEqualTo(shown);
    }

    @Test
    void a_thought_that_ends_without_having_begun_is_noticed() {
        ThinkFilter filter = new ThinkFilter();

        assertThat(filter.feed("Let me see. </think>Hello")).isEqualTo("Hello");

        assertThat(filter.isExposed()).isTrue();
    }

    @Test
    void text_is_not_held_back_without_a_reason() {
        ThinkFilter filter = new ThinkFilter();

        assertThat(filter.feed("Hello <3 you")).isEqualTo("Hello <3 you");
        assertThat(filter.feed(" and <t")).isEqualTo(" and ");
        assertThat(filter.feed("able>")).isEqualTo("<table>");
    }

    private static String filtered(String said, int chunk) {
        ThinkFilter filter = new ThinkFilter();
        StringBuilder shown = new StringBuilder();
        for (int from = 0; from < said.length(); from += chunk) {
            shown.append(filter.feed(said.substring(from, Math.min(said.length(), from + chunk))));
        }
        return shown.append(filter.end()).toString();
    }
}
