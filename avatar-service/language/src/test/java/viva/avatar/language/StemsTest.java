package viva.avatar.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StemsTest {
    @Test
    void words_of_one_stem_are_the_same_term_in_both_languages() {
        assertThat(stems("She was running to the bakeries")).isEqualTo(stems("run, bakery!"));
        assertThat(stems("Ela gravou as baleias na enseada")).isEqualTo(stems("gravar a baleia das enseadas"));
    }

    @Test
    void marks_of_letters_do_not_part_words() {
        assertThat(stems("o café da avó")).isEqualTo(stems("o cafe da avo"));
    }

    @Test
    void function_and_question_words_are_no_terms() {
        assertThat(stems("What did you do with it, and when?")).isEmpty();
        assertThat(stems("Quando e por que você não está com ela?")).isEmpty();
    }

    @Test
    void the_language_is_that_of_most_function_words() {
        assertThat(Stems.isPortuguese("O que o cachorro engoliu?")).isTrue();
        assertThat(Stems.isPortuguese("What did the dog eat in São Paulo?")).isFalse();
        assertThat(Stems.isPortuguese("Brisket!")).isFalse();
    }

    private static Set<Integer> stems(String text) {
        return Set.copyOf(Arrays.asList(Stems.of(text).toIntegers()));
    }
}
