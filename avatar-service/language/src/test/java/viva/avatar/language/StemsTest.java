package viva.avatar.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StemsTest {
    @Test
    void words_of_one_stem_are_the_same_term_in_both_languages() {
        assertThat(Stems.of("She was running to the bakeries").set())
                .isEqualTo(Stems.of("run, bakery!").set());
        assertThat(Stems.of("Ela gravou as baleias na enseada").set())
                .isEqualTo(Stems.of("gravar a baleia das enseadas").set());
    }

    @Test
    void marks_of_letters_do_not_part_words() {
        assertThat(Stems.of("o café da avó").set())
                .isEqualTo(Stems.of("o cafe da avo").set());
    }

    @Test
    void function_and_question_words_are_no_terms() {
        assertThat(Stems.of("What did you do with it, and when?").set()).isEmpty();
        assertThat(Stems.of("Quando e por que você não está com ela?").set()).isEmpty();
    }

    @Test
    void the_language_is_that_of_most_function_words() {
        assertThat(Stems.isPortuguese("O que o cachorro engoliu?")).isTrue();
        assertThat(Stems.isPortuguese("What did the dog eat in São Paulo?")).isFalse();
        assertThat(Stems.isPortuguese("Brisket!")).isFalse();
    }
}
