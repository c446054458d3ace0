package viva.llm.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyTest {
    private static final Safety SAFETY = Safety.instance();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to die",
                "i WANNA dieeeee",
                "i want to k1ll myself",
                "I jsut wnat to die",
                "quero morrer",
                "quiero morir",
                "ich will sterben"
            })
    void danger_is_heard_in_any_spelling_and_language(String text) {
        assertThat(SAFETY.distress(text, Locale.ENGLISH)).isGreaterThanOrEqualTo(Safety.HEARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "?!", "😀", "hello", "How are you?", "I'm dying to see it", "𝕴 ☠", "\u0000\u0301"})
    void what_is_harmless_raises_no_alarm(String text) {
        assertThat(SAFETY.distress(text, Locale.ENGLISH)).isLessThan(Safety.HEARD);
    }

    @Test
    void danger_beside_much_else_is_heard() {
        String text = "We had pasta and the neighbour came by with the dog. ".repeat(20) + "I want to kill myself.";

        assertThat(SAFETY.distress(text, Locale.ENGLISH)).isGreaterThanOrEqualTo(Safety.HEARD);
    }

    @Test
    void a_text_of_any_length_is_read_in_bounded_time() {
        String text = "i want to never not be here if i am gone and ".repeat(3_000);

        assertThat(SafeTokens.of(text)).hasSizeLessThanOrEqualTo(400);
        assertThat(SAFETY.distress(text, Locale.ENGLISH)).isBetween(0.0, 1.0);
    }
}
