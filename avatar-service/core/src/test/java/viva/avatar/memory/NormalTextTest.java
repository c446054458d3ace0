package viva.avatar.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTextTest {
    @Test
    void a_line_of_a_dialogue_has_a_speaker() {
        assertThat(NormalText.speaker("Caroline: I went there yesterday.")).isEqualTo("Caroline");
        assertThat(NormalText.speaker("Ana Luísa: Olá!")).isEqualTo("Ana Luísa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I said: no",
                "note: buy milk",
                "At 10:30 we left",
                "What I like most is this: tea",
                "https://example.org",
                "Ana:",
                "no colon"
            })
    void other_colons_name_nobody(String text) {
        assertThat(NormalText.speaker(text)).isNull();
    }

    @Test
    void the_normal_form_has_no_marks_case_or_punctuation() {
        assertThat(NormalText.of("  Não, é o João! ")).isEqualTo("nao e o joao");
    }
}
